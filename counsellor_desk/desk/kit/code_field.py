"""Choosing one code by typing a few letters of it or of its name, in either language."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from counsellor_desk.codebook import Codebook
from counsellor_desk.desk.kit.choice_field import ChoiceField


class CodeField(ChoiceField):
    """One code of these lists, or none yet. What it tells is what ``CodePicker`` tells of several."""

    def __init__(
        self, name: str, codebook: Codebook, lists: Sequence[str], language: str, parent: QWidget | None = None
    ) -> None:
        codes = [code for one in lists for code in codebook.codes(one)]
        super().__init__(
            name,
            find=lambda words: [code.code for code in codebook.find(lists, words, len(codes))],
            parent=parent,
        )
        self.set_choices([(code.code, code.label(language)) for code in codes])

    def code(self) -> str | None:
        """The chosen code."""
        return self.value()

    def codes(self) -> tuple[str, ...]:
        """The same, as of a field that may hold several."""
        code = self.value()
        return () if code is None else (code,)

    def set_codes(self, codes: Sequence[str | None]) -> None:
        """Choose the first of these, silently; typed letters go."""
        self.choose(next((code for code in codes if code), None))
