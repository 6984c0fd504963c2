"""One of few or of many: chips while one sees them all at once, else a field that finds by a few letters."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.desk.kit.chips import ChipGroup
from counsellor_desk.desk.kit.choice_column import ChoiceColumn
from counsellor_desk.desk.kit.choice_field import ChoiceField

MOST_CHIPS = 9
"""As many as there are keys from 1 to 9."""

_Chips = ChipGroup | ChoiceColumn


class Picker(QWidget):
    """Holds one of any number of ``(key, name)`` choices, or none. ``none``, ``always`` and ``find`` are as in
    ``ChoiceField``; ``chips`` makes others than a row of them.

    Signals: changed() when the person changed the choice; finished(), typed() and refused(str) as of ``ChoiceField``.
    """

    changed = Signal()
    finished = Signal()
    typed = Signal()
    refused = Signal(str)

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[str, str]] = (),
        *,
        none: str = "",
        always: bool = False,
        find: Callable[[str], Iterable[str]] | None = None,
        chips: Callable[[str], _Chips] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._choices = tuple(choices)
        self._make_field = partial(ChoiceField, name, none=none, always=always, find=find)
        self._make_chips = partial(ChipGroup, name, optional=bool(none)) if chips is None else partial(chips, name)
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._now: _Chips | ChoiceField = self._put(self._make_chips())
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[str, str]], first: Collection[str] = ()) -> None:
        """Offer these; in the field those of ``first`` come before the others. What is chosen stays chosen where it
        still exists; typed letters stay."""
        self._choices = tuple(choices)
        self._show(letters=self.unclear() is not None)
        if isinstance(self._now, ChoiceField):
            self._now.set_choices(choices, first)
        else:
            self._now.set_choices(choices)

    def choose(self, key: str | None) -> None:
        """Choose this one, silently; None and unknown keys for none. Typed letters go."""
        self._now.choose(key)

    def value(self) -> str | None:
        """The key of the choice."""
        return self._now.value() or None

    def unclear(self) -> str | None:
        """The letters nothing was chosen by; None when there are none."""
        return self._now.unclear() if isinstance(self._now, ChoiceField) else None

    def complaint(self) -> str:
        """What to do about them."""
        return self._now.complaint() if isinstance(self._now, ChoiceField) else ""

    def mark_wrong(self, wrong: bool) -> None:
        """Show or drop the border that says: look here."""
        if isinstance(self._now, ChoiceField):
            self._now.mark_wrong(wrong)

    def set_words(self, words: str) -> None:
        """Show letters again, silently; also those of a time when there were more choices."""
        self._show(letters=bool(words))
        if isinstance(self._now, ChoiceField):
            self._now.set_words(words)

    def _show(self, *, letters: bool) -> None:
        """Chips or the field. The choice goes along, and the focus."""
        before, many = self._now, letters or len(self._choices) > MOST_CHIPS
        if many is isinstance(before, ChoiceField):
            return
        focus, value = self.focusWidget(), before.value()
        self._now = self._put(self._make_field() if many else self._make_chips())
        self._now.set_choices(self._choices)
        self._now.choose(value)
        if focus is not None and before.isAncestorOf(focus) and focus.hasFocus():
            self._now.setFocus(Qt.FocusReason.OtherFocusReason)
        before.hide()
        before.setParent(None)
        before.deleteLater()

    def _put(self, part: _Chips | ChoiceField) -> _Chips | ChoiceField:
        self._stack.addWidget(part)
        self.setFocusProxy(part)
        part.changed.connect(lambda *_key: self.changed.emit())
        if isinstance(part, ChoiceField):
            part.finished.connect(self.finished)
            part.typed.connect(self.typed)
            part.refused.connect(self.refused)
        return part
