"""One of many, found by a few letters; its name stands in the field."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.codebook.finder import EXACT, Finder
from counsellor_desk.desk.kit.combo import Combo
from counsellor_desk.desk.kit.type_ahead import Choice, TypeAhead

_NONE = ""


class ChoiceField(Combo):
    """Choices by their names; ``none`` is what no choice is called, and can then be chosen as well. ``find`` gives
    the keys that are meant by letters, best first, where there is more than the names: codes, another language.

    Letters by which nothing was chosen stay, and are ``unclear``; nothing is chosen meanwhile. Where something is
    shown for what is chosen (``always``), that stays so, and stands in the field again when it is left.

    Signals: changed() when the person changed the choice; finished() when the field was left; typed() at each letter;
    refused(str) with the letters that made way for the choice that stays.
    """

    changed = Signal()
    finished = Signal()
    typed = Signal()
    refused = Signal(str)

    def __init__(
        self,
        name: str,
        *,
        none: str = "",
        always: bool = False,
        find: Callable[[str], Iterable[str]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._find_keys = find or self._find_by_name
        self._none = none
        self._always = always
        self._chosen: str | None = None
        self._labels: dict[str, str] = {}
        self._first: tuple[str, ...] = ()
        self._finder = Finder((), codes=False)
        self._line = TypeAhead(name, self._find, none)
        self._line.taken.connect(self._on_taken)
        self._line.textEdited.connect(self._on_typed)
        self._line.editingFinished.connect(self._on_finished)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self._line)
        self.setFocusProxy(self._line)
        self._show(None)

    def set_choices(self, choices: Sequence[tuple[str, str]], first: Collection[str] = ()) -> None:
        """Offer these, as ``(key, name)``; those of ``first`` before the others. What is chosen stays chosen where it
        still exists, and typed letters stay."""
        labels = dict(choices)
        early = tuple(key for key in first if key in labels)
        if list(labels.items()) == list(self._labels.items()) and early == self._first:
            return
        words = self.unclear()
        self._labels, self._first = labels, early
        order = (*early, *(key for key in labels if key not in early))
        self._finder = Finder(((key, (labels[key],)) for key in order), codes=False)
        self._show(self._chosen if self._chosen in labels else None)
        if words is not None:
            self._line.setText(words)
        if self._line.is_open:
            self._line.unfold()  # nothing can be taken from the list that is not there any more

    def choose(self, key: str | None) -> None:
        """Choose this one, silently; None and unknown keys for none. Typed letters go."""
        self._line.close_list()
        self._line.mark_wrong(False)
        self._show(key if key in self._labels else None)

    def value(self) -> str | None:
        """The key of the choice."""
        return self._chosen

    def unclear(self) -> str | None:
        """The letters nothing was chosen by; None when there are none."""
        return self._line.text() if self._line.held is None and self._line.text().strip() else None

    def complaint(self) -> str:
        """What to do about them."""
        return self._line.complaint(next(iter(self._labels.values()), ""))

    def mark_wrong(self, wrong: bool) -> None:
        """Show or drop the border that says: look here."""
        self._line.mark_wrong(wrong)

    def words(self) -> str:
        """What stands in the field."""
        return self._line.text()

    def set_words(self, words: str) -> None:
        """Show letters again, silently; without letters the choice stays."""
        if words or self._line.held is None:
            self._show(None)
            self._line.setText(words)
        self._line.mark_wrong(False)

    @property
    def is_unfolded(self) -> bool:
        return self._line.is_open

    def _show(self, key: str | None) -> None:
        """Let the name of the choice stand in the field; where something always holds, so does that of no choice."""
        names_none = key is None and self._always and bool(self._none)
        label = self._none if names_none else "" if key is None else self._labels[key]
        self._chosen, self._line.held = key, _NONE if names_none else key
        self._line.setText(label)
        self._line.setCursorPosition(0)  # a long name is read from its beginning
        self._line.setToolTip(label)

    def _find(self, words: str) -> Sequence[Choice]:
        """Without letters all, with them those that match, best first."""
        if words.strip():
            return [Choice(key, self._labels[key]) for key in self._find_keys(words) if key in self._labels]
        everything = [Choice(key, self._labels[key]) for key in self._find_by_name("")]
        return [Choice(_NONE, self._none), *everything] if self._none else everything

    def _find_by_name(self, words: str) -> list[str]:
        return [key for _rank, key in sorted(self._finder.hits(words), key=lambda hit: hit[0])]

    def _on_taken(self, key: str) -> None:
        before = self._chosen
        self._show(key or None)
        self.finished.emit()
        if self._chosen != before:
            self.changed.emit()

    def _on_typed(self, words: str) -> None:
        if self._chosen is not None and not self._always:
            self._chosen = None
            self.changed.emit()
        self._line.setToolTip("")
        self.typed.emit()

    def _on_finished(self) -> None:
        """A name that was typed out is a choice."""
        words = self._line.text()
        if self._line.held is not None:
            self._line.setCursorPosition(0)
        elif (meant := self._meant(words)) is not None:
            self._on_taken(meant)
            return
        elif self._always and not words.strip() and self._none:
            self._on_taken(_NONE)
            return
        elif self._always:
            self._show(self._chosen)
            if words.strip():
                self.refused.emit(words)
        self.finished.emit()

    def _meant(self, words: str) -> str | None:
        """The only choice that is called so."""
        exact = [key for rank, key in self._finder.hits(words) if rank == EXACT]
        return exact[0] if len(exact) == 1 and words.strip() else None
