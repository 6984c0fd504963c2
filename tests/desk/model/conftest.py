from __future__ import annotations

import pytest

from tests.desk.model.late_figures import Desk, asked


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def shown(desk: Desk) -> Desk:
    """The preview of the first period is in sight."""
    desk.show(asked())
    return desk


@pytest.fixture
def published(shown: Desk) -> Desk:
    """It is published."""
    shown.publish()
    return shown
