"""A verdict in one paragraph: what is proven, and what is not."""

from __future__ import annotations

from collections.abc import Iterator

from counsellor_desk.desk.catalogue import QT_TRANSLATE_NOOP, spoken
from counsellor_desk.desk.messages import explain
from counsellor_desk.errors import DeskError
from counsellor_desk.verifier.verdict import Verdict, WithheldVerdict

_PRACTICE = QT_TRANSLATE_NOOP("Verdict", "These are the invented figures of a practice.")
_ONE = QT_TRANSLATE_NOOP(
    "Verdict", "Proven: publication 1 of office {office} is unchanged since that office signed it."
)
_MORE = QT_TRANSLATE_NOOP(
    "Verdict",
    "Proven: publications 1 to {last} of office {office} are complete, follow one another and are unchanged since "
    "that office signed them.",
)
_FIT = QT_TRANSLATE_NOOP(
    "Verdict",
    "The {rows} figures about cases are multiples of {base} and fit together: there is a set of cases that has "
    "exactly the figures that stand.",
)
_GROUPS = QT_TRANSLATE_NOOP(
    "Verdict",
    "Whatever group of cases a reader has in mind, all these figures together leave at least {none} different "
    "numbers of cases possible for it; at least {one} to somebody who knows one of the cases, at least {two} to "
    "somebody who knows two.",
)
_OTHERS = QT_TRANSLATE_NOOP(
    "Verdict", "What follows is about the cases of the newest of them; those about other cases are proven as well."
)
_CORRECTED = QT_TRANSLATE_NOOP(
    "Verdict",
    "Some figures were replaced by corrected ones. That holds for the old and the new ones together, as long as no "
    "more than {corrected} cases were corrected at a time.",
)
_PRESENCE = QT_TRANSLATE_NOOP("Verdict", "A 0 or a {base} does not show whether there was any case at all.")
_CLAIMED = QT_TRANSLATE_NOOP(
    "Verdict",
    "At the time of publishing more possible numbers were stated, at most {claimed}; that was right for what was out "
    "by then. Rely on the numbers given here: they hold for everything together.",
)
_PERSONS = QT_TRANSLATE_NOOP(
    "Verdict",
    "A second case of the same person presupposes a first: of groups that hold only such further cases, fewer "
    "numbers may remain possible. And where the figures show that there were cases, they show that there were "
    "persons.",
)
_COUNTING = QT_TRANSLATE_NOOP(
    "Verdict",
    "Not proven: that the office counted well, and that each true number lies within {window} of its figure; that is "
    "what the office promises. Nor that there are no newer publications than these.",
)
_LADDER = QT_TRANSLATE_NOOP(
    "Verdict",
    "Some figures needed wider windows than usual (step {ladder}); a reader who knows the method may learn a little "
    "from that.",
)
_EXACT = QT_TRANSLATE_NOOP(
    "Verdict",
    "The {rows} published counts are exact, none is from 1 to {small}, and they fit together. {wide} withheld counts "
    "can each be anything from 0 to {base}; {narrow} others can be narrowed further, but none of them is shown to be "
    "from 1 to {small}. What is said about the withheld counts is just what follows from the published ones.",
)
_GAPS = QT_TRANSLATE_NOOP(
    "Verdict",
    "Not proven: that the office counted well, and that no small count is among those that can be narrowed. Groups "
    "of cases are not protected, only single cells, and a gap itself says that a count may be small. Nor is it "
    "proven that there are no newer publications than these.",
)
_NOTHING = QT_TRANSLATE_NOOP("Verdict", "Not proven.")
_ELSEWHERE = QT_TRANSLATE_NOOP(
    "Verdict", "What readers know from elsewhere, and what is merely likely, is beyond any proof."
)
_WITNESS = QT_TRANSLATE_NOOP(
    "Verdict", "The set of cases that was found here is another one than the office found; one is enough."
)


def paragraph(verdict: Verdict | WithheldVerdict, language: str) -> str:
    """``verdict`` in words."""
    say = spoken("Verdict", language)
    values: dict[str, str | int] = {"office": short_key(verdict.office), "last": verdict.last, "rows": verdict.rows}
    values |= {"base": verdict.base, "small": verdict.base - 1}
    if isinstance(verdict, Verdict):
        sentences = _rounded(verdict)
        values |= {"none": verdict.possible_counts(0), "one": verdict.possible_counts(1)}
        values |= {"two": verdict.possible_counts(2), "window": verdict.window}
        values |= {"ladder": verdict.ladder, "corrected": verdict.corrected}
        values |= {"claimed": verdict.claimed + 1}
    else:
        sentences = _withheld(verdict)
        values |= {"wide": verdict.wide, "narrow": verdict.narrow}
    words = " ".join(say(sentence) for sentence in sentences)
    for name, value in values.items():
        words = words.replace("{" + name + "}", str(value))
    return words


def not_proven(refusal: DeskError, language: str) -> str:
    """Why nothing is proven."""
    return f"{spoken('Verdict', language)(_NOTHING)} {explain(refusal, language)}"


def short_key(key: str) -> str:
    """The first 16 digits of an office's public key, in groups: enough to tell offices apart by eye."""
    return " ".join(key[at : at + 4] for at in range(0, 16, 4))


def _rounded(verdict: Verdict) -> Iterator[str]:
    if verdict.practice:
        yield _PRACTICE
    yield from _chain(verdict)
    yield _FIT
    yield _GROUPS
    yield _CORRECTED if verdict.corrected else _PRESENCE
    if verdict.claimed > verdict.rho:
        yield _CLAIMED
    if verdict.persons:
        yield _PERSONS
    if not verdict.same_witness:
        yield _WITNESS
    yield _COUNTING
    if verdict.ladder > 1:
        yield _LADDER
    yield _ELSEWHERE


def _withheld(verdict: WithheldVerdict) -> Iterator[str]:
    yield from _chain(verdict)
    yield _EXACT
    yield _GAPS
    yield _ELSEWHERE


def _chain(verdict: Verdict | WithheldVerdict) -> Iterator[str]:
    yield _ONE if verdict.last == 1 else _MORE
    if not verdict.alone:
        yield _OTHERS
