"""What is typed here is never learned by the system."""

from __future__ import annotations

from PySide6.QtCore import Qt

PRIVATE = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)
SECRET = PRIVATE | Qt.InputMethodHint.ImhHiddenText
