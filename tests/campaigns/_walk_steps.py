"""The steps of a walk: what a counsellor does in a day, in any order and in haste."""

from __future__ import annotations

from collections.abc import Callable

from tests.campaigns._walk_eyes import Look, Thing
from tests.campaigns._walk_hands import NUMBER, Hands, cases_page, every, header_of, in_case, in_glance, named

_AREA = "Wat is er gezegd of afgesproken?"
_HASTE = 0.4  # of all cases asked for: something is typed before they are there


class Walk:
    """Takes steps by name. What each step does beyond its name, chance says."""

    def __init__(self, hands: Hands, numbers: tuple[str, ...]) -> None:
        self._hands = hands
        self._desk = hands.desk
        self._dice = hands.dice
        self._numbers = numbers
        self._there_before = {word.case: word.text for word in hands.words}
        self._on_card: str | None = None  # the case of what was left on the contact card

    def take(self, step: str) -> None:
        """One step. Raises: AssertionError when the desk does not answer at all."""
        self._hands.diary.append(step)
        STEPS[step][1](self)

    def take_any(self) -> None:
        """One step of those there are, the frequent ones more often."""
        names = list(STEPS)
        self.take(self._dice.choices(names, [STEPS[name][0] for name in names])[0])

    def end(self) -> int:
        """The exit code of the program, which is closed wherever one is."""
        self._hands.diary.append("end")
        if self._hands.asked is not None and self._on_cases() is not None:
            self._hands.settle()
        self._desk.press("alt+F4")
        return self._desk.wait(120)

    # asking for a case

    def find(self) -> None:
        """By its number or by an old word in it, and Enter."""
        number = self._another()
        sought = number if self._dice.random() < 0.6 else self._there_before[number]
        self._desk.press("ctrl+k")
        self._desk.type(sought)
        self._hands.asks_for(number)
        self._desk.press("Return")
        self._hands.await_(lambda look: _empty(named(look, "text", "Zoek")), "the answer to a search")
        self._arrive("found")

    def today(self) -> None:
        """A row of Today; now and then one is ticked off first."""
        self._desk.press("ctrl+1")
        rows: list[Thing] = []

        def there(look: Look) -> Thing | None:
            rows[:] = every(look, "push button", "Open dossier ")
            return rows[0] if rows else None

        if self._hands.unless_at_rest(there) is None:
            return  # all of them are ticked off
        if self._dice.random() < 0.15:
            done = named(self._hands.eyes.look(), "push button", "Gedaan: ")
            if done is not None:
                self._hands.press(done)
        row = self._dice.choice(rows)
        self._hands.press(row)
        if self._hands.soon(cases_page) is None:
            return  # the row went just before it was pressed
        self._hands.asks_for(row.name.removeprefix("Open dossier "))
        self._arrive("from Today")

    def choose(self) -> None:
        """A row of the list, past those above it."""
        self._go_to_list()
        if self._hands.soon(_row) is None or not self._hands.put_cursor(_list):
            return
        rows = [row for row in every(self._hands.eyes.look(), "list item", "") if NUMBER.match(row.name)]
        place = self._dice.randrange(len(rows))
        self._hands.asks_for(rows[place].name.split(",")[0])
        self._desk.press("Home", *["Down"] * place, "Return")
        self._arrive("chosen")

    def _arrive(self, how: str) -> None:
        if self._dice.random() < _HASTE:
            self._hands.type_at_once(f"at once, {how}")
        if self._dice.random() < 0.8:
            self._hands.settle()

    # writing in a case

    def note(self) -> None:
        """A note in the case."""
        self._write("Notitie")

    def contact(self) -> None:
        """A contact in the case."""
        self._write("Contact")

    def _write(self, tab: str) -> None:
        if not self._is_in_case():
            return
        chip = named(self._hands.eyes.look(), "check box", f"Wat u schrijft: {tab}")
        if chip is None:
            return
        self._hands.press(chip)
        if self._hands.put_cursor(lambda look: named(look, "text", tab)) and self._hands.is_where_asked():
            self._desk.press("ctrl+End")
            self._desk.type(f" {self._hands.word(tab.lower())}")
            self._keep_and_go_on(tab.lower())

    def _keep_and_go_on(self, how: str, *, case: str | None = None) -> bool:
        """Leave it as it stands; or Ctrl+Enter; or that and typing on at once, saved or not. Whether something was
        left on the form. The card, which names its ``case``, may close before anything is typed on it."""
        chance = self._dice.random()
        if chance < 0.3:
            return True
        self._desk.press("ctrl+Return")
        if chance < 0.55:
            return False
        card = case is not None
        word = self._hands.word(f"{how}, after Ctrl+Enter", case=case, sure=not card, loose=card)
        self._desk.type(word)
        if card:
            area = named(self._hands.eyes.look(), "text", _AREA)
            if area is None:
                return False
            if word in area.text:
                self._hands.saw_taken(word)
        if chance < 0.8:
            return True
        self._desk.press("ctrl+Return")
        return False

    def amend(self) -> None:
        """A word more in a note that is there."""
        if not self._is_in_case():
            return
        buttons = every(in_case(self._hands.eyes.look()), "push button", "Wijzig")
        buttons = [button for button in buttons if button.name == "Wijzig"]
        if not buttons:
            return
        self._hands.press(self._dice.choice(buttons))
        if not self._hands.soon(_editor) or not self._hands.is_where_asked():
            return
        self._desk.press("ctrl+End")
        self._desk.type(f" {self._hands.word('amended')}")
        self._dice.choice((lambda: self._desk.press("ctrl+Return"), self._hands.escape, lambda: None))()

    def plan(self) -> None:
        """A follow-up in own words."""
        if not self._is_in_case():
            return
        if _day(self._hands.eyes.look()) is None:
            button = named(in_glance(self._hands.eyes.look()), "push button", "Plan een vervolg")
            if button is None:
                return
            self._hands.press(button)
        if not self._hands.put_cursor(_day):
            return
        self._desk.press("ctrl+a")
        self._desk.type("morgen")
        if self._hands.put_cursor(lambda look: named(in_glance(look), "text", "Vervolg")):
            self._desk.press("ctrl+a")
            if self._hands.is_where_asked():
                self._desk.type(self._hands.word("follow-up"))
                self._desk.press("Return")

    # the contact card

    def card(self) -> None:
        """The contact card: what was left on it goes on, otherwise a talk in any case, in haste or not."""
        number = self._on_card or self._dice.choice(self._numbers)
        self._desk.press("ctrl+n")
        in_haste = self._on_card is None and self._dice.random() < _HASTE
        if in_haste:
            self._desk.type(number)
            self._desk.press("Tab")
        elif not self._address_card(number):
            return
        self._desk.type(f" {self._hands.word('card', case=number, loose=True)}")
        if in_haste:
            self._still_says(number)
        if self._keep_and_go_on("card", case=number) and self._dice.random() < 0.5:
            self._hands.escape()
            self._on_card = number
        else:
            self._on_card = number if _filled(named(self._hands.eyes.look(), "text", _AREA)) else None

    def _address_card(self, number: str) -> bool:
        """Whether the cursor stands in the text of the card, which is for ``number``."""
        self._hands.await_(lambda look: named(look, "text", _AREA), "the contact card")
        if self._on_card is not None:
            self._hands.unless_at_rest(lambda look: _filled(named(look, "text", _AREA)))
        for _ in range(2):
            if not self._hands.put_cursor(lambda look: named(look, "text", "Dossier")):
                return False
            self._desk.press("ctrl+a")
            self._desk.type(number)
            if self._hands.unless_at_rest(lambda look: named(look, "label", f"{number} · ")) is not None:
                break
            self._still_says(number)
        if not self._hands.put_cursor(lambda look: named(look, "text", _AREA)):
            return False
        self._desk.press("ctrl+End")
        return True

    def _still_says(self, number: str) -> None:
        """The number that was typed on the card must stand there, however late the vault answers."""
        field = named(self._hands.eyes.look(), "text", "Dossier")
        if field is not None and field.text != number:
            self._hands.note_strayed(f"{field.text!r} stands on the card", number)

    # going about

    def page(self) -> None:
        """Some page."""
        self._desk.press(f"ctrl+{self._dice.randint(1, 5)}")

    def close(self) -> None:
        """Escape closes what is in front."""
        self._hands.escape()

    def lock(self) -> None:
        """Lock, and come back."""
        self._desk.press("ctrl+l")
        self._hands.unlock()

    def hide(self) -> None:
        """Hide, come back to the passphrase, and in again. What is in front may take an Escape for itself."""
        for _ in range(3):
            self._hands.escape(2)
            if self._hands.soon(lambda look: None if named(look, "check box", "Vandaag") else _first(look)):
                break
        self._hands.await_(lambda look: named(look, "label", "Samenwerken"), "the page of house rules")
        self._desk.focus()
        self._hands.escape(2)
        self._hands.unlock()

    # where one is

    def _another(self) -> str:
        return self._dice.choice([number for number in self._numbers if number != self._hands.asked])

    def _on_cases(self) -> Thing | None:
        return cases_page(self._hands.eyes.look())

    def _go_to_list(self) -> None:
        """To the list of cases, also from a case that stands in its place."""
        if _list(self._hands.eyes.look()) is None:
            self._desk.press("ctrl+2")
            self._hands.await_(_list, "the list of cases")

    def _go_to_case(self) -> None:
        """To the case that is open, also from a list that stands in its place."""
        if self._on_cases() is None:
            self._desk.press("ctrl+2")
            self._hands.await_(cases_page, "the page of cases")
        if self._hands.unless_at_rest(header_of) is None and self._hands.put_cursor(_list):
            self._desk.press("Return")

    def _is_in_case(self) -> bool:
        """Whether a case is open and it is the one asked for last."""
        self._go_to_case()
        self._hands.settle()
        return self._hands.asked is not None


def _list(look: Look) -> Thing | None:
    return named(look, "list", "Dossiers")


def _row(look: Look) -> Thing | None:
    """The first row of the list of cases."""
    return next((one for one in every(look, "list item", "") if NUMBER.match(one.name)), None)


def _first(look: Look) -> Thing | None:
    return look[0] if look else None


def _editor(look: Look) -> Thing | None:
    """The field in which a note is amended, with the cursor in it; the one for a new note is empty or elsewhere."""
    return next((one for one in every(look, "text", "Notitie") if one.focused and one.text), None)


def _day(look: Look) -> Thing | None:
    return named(in_glance(look), "text", "Dag van het vervolg")


def _empty(field: Thing | None) -> Thing | None:
    return field if field is not None and not field.text else None


def _filled(field: Thing | None) -> Thing | None:
    return field if field is not None and field.text else None


STEPS: dict[str, tuple[int, Callable[[Walk], None]]] = {
    "find": (4, Walk.find),
    "today": (2, Walk.today),
    "choose": (3, Walk.choose),
    "note": (4, Walk.note),
    "contact": (3, Walk.contact),
    "amend": (3, Walk.amend),
    "plan": (2, Walk.plan),
    "card": (4, Walk.card),
    "page": (1, Walk.page),
    "close": (1, Walk.close),
    "lock": (1, Walk.lock),
    "hide": (1, Walk.hide),
}
