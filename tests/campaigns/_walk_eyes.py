"""What is on the screen, read from outside as a screen reader does, and quickly: what is hidden is left out with all
that is in it, and everything on one level is asked for before the first answer is waited for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, DBusErrorResponse, HeaderFields, new_method_call
from jeepney.io.blocking import DBusConnection
from jeepney.wrappers import unwrap_msg

from tests.journeys.screen_reader import accessibility_bus

_ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
_ACCESSIBLE, _ACTION, _COMPONENT, _TEXT = (
    f"org.a11y.atspi.{name}" for name in ("Accessible", "Action", "Component", "Text")
)
_PROPERTIES = "org.freedesktop.DBus.Properties"
_FOCUSED, _SHOWING, _SELECTED = 12, 25, 23  # atspi-constants.h
_TIMEOUT = 60


@dataclass(frozen=True, slots=True)
class Thing:
    """Something shown: its role ("push button"), name and text, whether it has the focus, and where it is asked."""

    role: str
    name: str
    text: str
    focused: bool
    selected: bool
    owner: str
    path: str


Look = tuple[Thing, ...]
Question = tuple[str, str, str, str, tuple[Any, ...]]  # path, interface, method, signature, body


class Eyes:
    """Looks at the window of the process ``pid``, and presses what a screen reader can press."""

    def __init__(self, bus: DBusConnection, pid: int) -> None:
        self._bus = bus
        self._pid = pid
        self._owner = ""

    def look(self) -> Look:
        """All that is shown, in the order a screen reader meets it; empty while there is no window."""
        owner = self._owner or self._find()
        seen = tuple(self._below(owner, _ROOT[1])) if owner else ()
        self._owner = owner if seen else ""  # another process may stand in its place
        return seen

    def press(self, thing: Thing) -> bool:
        """Whether ``thing`` was still there to be pressed."""
        with suppress(DBusErrorResponse):
            (actions,) = self._ask(thing.owner, [(thing.path, _ACTION, "GetActions", "", ())])
            names = [name.lower() for name, *_ in actions]
            which = names.index("press") if "press" in names else 0
            self._ask(thing.owner, [(thing.path, _ACTION, "DoAction", "i", (which,))])
            return True
        return False

    def focus(self, thing: Thing) -> None:
        """Put the cursor there, if it is still there."""
        with suppress(DBusErrorResponse):
            self._ask(thing.owner, [(thing.path, _COMPONENT, "GrabFocus", "", ())])

    def text_of(self, thing: Thing) -> str:
        """What stands in it now; nothing when it is gone."""
        with suppress(DBusErrorResponse):
            (text,) = self._ask(thing.owner, [(thing.path, _TEXT, "GetText", "ii", (0, -1))])
            return str(text)
        return ""

    def _find(self) -> str:
        """The name of the process on the bus."""
        owner, path = _ROOT
        (children,) = self._ask(owner, [(path, _ACCESSIBLE, "GetChildren", "", ())])
        for child, _path in children:
            with suppress(DBusErrorResponse):  # one that has just ended
                asked = ("/", "org.freedesktop.DBus", "GetConnectionUnixProcessID", "s", (child,))
                if self._ask("org.freedesktop.DBus", [asked])[0] == self._pid:
                    return str(child)
        return ""

    def _below(self, owner: str, root: str) -> Iterator[Thing]:
        """Level by level from the outside; then in order."""
        inside: dict[str, list[str]] = {}
        found: dict[str, Thing] = {}
        level = [root]
        while level:
            asked = [
                question
                for path in level
                for question in (
                    (path, _ACCESSIBLE, "GetState", "", ()),
                    (path, _ACCESSIBLE, "GetChildren", "", ()),
                    (path, _ACCESSIBLE, "GetRoleName", "", ()),
                    (path, _PROPERTIES, "Get", "ss", (_ACCESSIBLE, "Name")),
                )
            ]
            answers = self._ask(owner, asked, gone=None)
            texts: list[Thing] = []
            for number, path in enumerate(level):
                states, children, role, name = answers[number * 4 : number * 4 + 4]
                bits = states[0] | states[1] << 32 if states else 0
                if (path != root and not bits >> _SHOWING & 1) or children is None or role is None or name is None:
                    continue
                inside[path] = [child for _owner, child in children]
                marks = (bool(bits >> bit & 1) for bit in (_FOCUSED, _SELECTED))
                found[path] = Thing(role, name[1], "", *marks, owner, path)
                if role == "text":
                    texts.append(found[path])
            written = self._ask(owner, [(one.path, _TEXT, "GetText", "ii", (0, -1)) for one in texts], gone="")
            for one, text in zip(texts, written, strict=True):
                found[one.path] = Thing(one.role, one.name, text, one.focused, one.selected, owner, one.path)
            level = [child for path in level for child in inside.get(path, ())]
        return self._in_order(root, inside, found)

    def _in_order(self, path: str, inside: dict[str, list[str]], found: dict[str, Thing]) -> Iterator[Thing]:
        for child in inside.get(path, ()):
            if child in found:
                yield found[child]
                yield from self._in_order(child, inside, found)

    def _ask(self, owner: str, questions: Sequence[Question], gone: object = DBusErrorResponse) -> list[Any]:
        """The answers, in order. ``gone`` stands for what is no more; unless it is said, that raises."""
        serials = []
        for path, interface, method, signature, body in questions:
            message = new_method_call(DBusAddress(path, owner, interface), method, signature or None, body)
            serials.append(next(self._bus.outgoing_serial))
            self._bus.send(message, serial=serials[-1])
        answers: dict[int, Any] = {}
        while len(answers) < len(serials):
            message = self._bus.receive(timeout=_TIMEOUT)
            serial = message.header.fields.get(HeaderFields.reply_serial)
            if serial in serials:
                answers[serial] = message
        return [_answer(answers[serial], gone) for serial in serials]


def _answer(message: Any, gone: object) -> Any:
    try:
        answer = unwrap_msg(message)
    except DBusErrorResponse:
        if gone is DBusErrorResponse:
            raise
        return gone
    return answer[0] if answer else None


@contextmanager
def eyes_on(pid: int) -> Iterator[Eyes]:
    """Eyes on the process ``pid``, through all the processes that take its place."""
    with accessibility_bus() as bus:
        yield Eyes(bus, pid)
