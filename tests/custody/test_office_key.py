from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counsellor_desk.custody.office_key import OfficeKey, is_signed

OURS = OfficeKey(bytes(32))


def test_the_key_hangs_on_the_secret_and_on_nothing_else() -> None:
    assert OURS.key == OfficeKey(bytes(32)).key == "d39dbabafb431c991bc3387bea4d03c21578a04379b3ca93734bca1fdde986d9"
    assert OURS.key != OfficeKey(b"1" * 32).key


@given(st.binary(max_size=100))
def test_what_the_office_signs_is_signed_by_it_and_by_no_other(message: bytes) -> None:
    value = OURS.sign(message)

    assert value == OURS.sign(message)
    assert OURS.signed(OURS.key, message, value)
    assert not is_signed(OfficeKey(b"1" * 32).key, message, value)
    assert not is_signed(OURS.key, message + b".", value)


@pytest.mark.parametrize("key", ["", "xx", "ab", "00" * 32, "ff" * 32])
@pytest.mark.parametrize("value", ["", "xx", "00" * 64, "ff" * 64])
def test_what_is_no_key_or_no_signature_is_not_signed(key: str, value: str) -> None:
    assert not is_signed(key, b"message", value)
