"""Which rows of a long list are in sight, and where: the arithmetic of scrolling, without a window."""

from __future__ import annotations

from collections.abc import Callable

from counsellor_desk.desk.kit.rows.heights import Heights


class Sight:
    """A look at a list through an opening of some height.

    What stays in place when heights change is the *anchor*: the row at the upper edge of the opening, and how many
    pixels of it lie above that edge. ``measure(row)`` gives the true height of a row; only rows in sight, and the
    few that one passes on the way there, are asked for theirs.
    """

    def __init__(self, heights: Heights, measure: Callable[[int], int], row: int = 0, above: int = 0) -> None:
        self._heights = heights
        self._measure = measure
        self.row = row
        self.above = above

    @property
    def y(self) -> int:
        """How far the list is scrolled, as far as that is known."""
        return self._heights.top(self.row) + self.above

    def look(self, opening: int) -> list[tuple[int, int]]:
        """The rows in sight with their place below the upper edge, and one row more at each end.

        The list is never scrolled beyond its ends.
        """
        if not len(self._heights):
            self.row = self.above = 0
            return []
        self._stand_on_a_row()
        seen, bottom = self._downwards(opening)
        if bottom < opening:
            self.above -= opening - bottom
            self._stand_on_a_row()
            seen, bottom = self._downwards(opening)
        if self.row > 0:
            before = self.row - 1
            seen.insert(0, (before, -self.above - self._height(before)))
        if (after := seen[-1][0] + 1) < len(self._heights):
            self._height(after)
            seen.append((after, bottom))
        return seen

    def scroll(self, pixels: int, opening: int) -> None:
        """Move on by so many pixels: exactly when it is a short way, else by what is known of the heights."""
        if abs(pixels) <= opening:
            self.above += pixels
        else:
            self.scroll_to(self.y + pixels, opening)

    def scroll_to(self, y: int, opening: int) -> None:
        """Bring to the upper edge what lies at ``y``, as far as that is known; the very end for all beyond."""
        if not len(self._heights):
            return
        if y >= self._heights.total - opening:
            self.row = len(self._heights) - 1
            self.above = self._height(self.row)
        else:
            self.row = self._heights.row_at(y)
            self.above = y - self._heights.top(self.row)

    def show(self, row: int, below: int) -> None:
        """Let ``row`` begin so many pixels below the upper edge."""
        self.row, self.above = row, -below

    def _stand_on_a_row(self) -> None:
        """Make the anchor the row that does lie at the upper edge."""
        while self.above < 0 and self.row > 0:
            self.row -= 1
            self.above += self._height(self.row)
        self.above = max(self.above, 0)
        while self.row < len(self._heights) - 1 and self.above >= self._height(self.row):
            self.above -= self._height(self.row)
            self.row += 1

    def _downwards(self, opening: int) -> tuple[list[tuple[int, int]], int]:
        """The rows from the anchor on that fill the opening, and where they end."""
        seen: list[tuple[int, int]] = []
        bottom, row = -self.above, self.row
        while row < len(self._heights) and (bottom < opening or not seen):
            seen.append((row, bottom))
            bottom += self._height(row)
            row += 1
        return seen, bottom

    def _height(self, row: int) -> int:
        known = self._heights.measured(row)
        if known is None:
            known = self._measure(row)
            self._heights.measure(row, known)
        return known
