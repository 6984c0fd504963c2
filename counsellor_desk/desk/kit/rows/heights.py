"""How high the rows of a list are, and where each begins: measured where they were seen, guessed elsewhere."""

from __future__ import annotations

from collections.abc import Sequence


class Sums:
    """Numbers whose running sums are known, and changed, in logarithmic time.

    A binary indexed tree: ``tree[i]`` is the sum of the ``i & -i`` numbers that end at number ``i - 1``.
    Source: Fenwick, "A new data structure for cumulative frequency tables", 1994.
    """

    def __init__(self, numbers: Sequence[int]) -> None:
        self.tree = [0, *numbers]
        for place in range(1, len(self.tree)):
            above = place + (place & -place)
            if above < len(self.tree):
                self.tree[above] += self.tree[place]

    def add(self, place: int, amount: int) -> None:
        """Change number ``place`` by ``amount``."""
        place += 1
        while place < len(self.tree):
            self.tree[place] += amount
            place += place & -place

    def before(self, place: int) -> int:
        """The sum of the numbers before ``place``."""
        total = 0
        while place:
            total += self.tree[place]
            place &= place - 1
        return total


class Heights:
    """The heights of rows in pixels.

    A row that was not measured is taken to be ``least`` pixels high and ``each`` pixels more for every character, so
    that another width of the list changes all guesses at once: only how many rows and how many characters are still
    guessed is summed.
    """

    def __init__(self, characters: Sequence[int]) -> None:
        self._characters = characters
        self._measured: dict[int, int] = {}
        self._least = 0.0
        self._each = 0.0
        self._rows = Sums([1] * len(characters))
        self._letters = Sums(characters)
        self._pixels = Sums([0] * len(characters))
        self._unmeasured = [list(sums.tree) for sums in (self._rows, self._letters, self._pixels)]

    def __len__(self) -> int:
        return len(self._characters)

    def guess(self, least: float, each: float) -> None:
        """Guess like this from now on; what was measured is forgotten, for it was measured at another width."""
        self._least, self._each = least, each
        self._measured.clear()
        for sums, tree in zip((self._rows, self._letters, self._pixels), self._unmeasured, strict=True):
            sums.tree = list(tree)

    def measure(self, row: int, height: int) -> None:
        """``row`` was seen to be this high."""
        before = self._measured.get(row)
        if before is None:
            self._rows.add(row, -1)
            self._letters.add(row, -self._characters[row])
        if height != before:
            self._pixels.add(row, height - (before or 0))
        self._measured[row] = height

    def measured(self, row: int) -> int | None:
        """How high ``row`` was seen to be; None when nobody has looked."""
        return self._measured.get(row)

    def top(self, row: int) -> int:
        """Where ``row`` begins; of the number of rows: where the last one ends."""
        return round(self._pixels.before(row) + self._guessed(self._rows.before(row), self._letters.before(row)))

    @property
    def total(self) -> int:
        """How high all of them are together."""
        return self.top(len(self))

    def row_at(self, y: int) -> int:
        """The row in which height ``y`` lies; the first or last one when it lies outside. There must be rows."""
        rows, letters, pixels = self._rows.tree, self._letters.tree, self._pixels.tree
        place, left = 0, float(y)
        step = 1 << len(self).bit_length()
        while step := step >> 1:
            further = place + step
            if further <= len(self):
                high = pixels[further] + self._guessed(rows[further], letters[further])
                if high <= left:
                    place, left = further, left - high
        return min(place, len(self) - 1)

    def _guessed(self, rows: int, letters: int) -> float:
        return self._least * rows + self._each * letters
