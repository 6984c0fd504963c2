"""Fields under their names."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.desk.kit.labels import PlainLabel, Quiet, Remark
from counsellor_desk.desk.space import Space


class Field(QWidget):
    """A field with its name above and, if need be, a calm remark below."""

    def __init__(self, name: str, field: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._name = PlainLabel(name, "section")
        self._name.setBuddy(field)
        self._remark = Remark()
        self._remark.hide()
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(Space.XS)
        stack.addWidget(self._name)
        stack.addWidget(field)
        if hint:
            stack.addWidget(Quiet(hint))
        stack.addWidget(self._remark)
        if not field.accessibleName():
            field.setAccessibleName(name)
        self.setFocusProxy(field)

    def remark(self, text: str) -> None:
        """Say what is to be looked at here; empty takes it away."""
        self._remark.setText(text)
        self._remark.setVisible(bool(text))
