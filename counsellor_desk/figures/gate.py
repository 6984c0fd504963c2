"""How many people must work somewhere before figures about it may exist. Decided by heads, never by cases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from counsellor_desk.figures.ports import FactSource, OrganisationFact
from counsellor_desk.figures.release import SECTOR, Audience, AudienceKind


class Gate(StrEnum):
    """What an audience may see."""

    NOTHING = "nothing"
    HEADLINE = "headline"  # key figures and activities
    ALL = "all"


def population_gate(size_band: str) -> Gate:
    """What an organisation of this SIZE_BAND may see: below 50 heads nothing, below 250 the key figures.

    Source: small populations identify by themselves, Handbook on Statistical Disclosure Control, ch. 5 (threshold on
    the population of a category); the two limits are this project's choice, after the size classes of Eurostat.
    """
    return {"W.249": Gate.HEADLINE, "W.250": Gate.ALL}.get(size_band, Gate.NOTHING)


def gate(audience: Audience, organisations: Iterable[OrganisationFact]) -> Gate:
    """What ``audience`` may see; an unknown organisation nothing."""
    if audience.kind is AudienceKind.SECTOR:
        return Gate.ALL
    bands = {fact.organisation: fact.size_band for fact in organisations}
    return population_gate(bands.get(audience.organisation or 0, ""))


def audiences(facts: FactSource, names: Mapping[int, str]) -> tuple[Audience, ...]:
    """The sector, and every organisation that may have a report; ``names`` are how organisations are called."""
    every = facts.organisations()
    own = (Audience(AudienceKind.ORGANISATION, one.organisation, names.get(one.organisation, "")) for one in every)
    return (SECTOR, *(audience for audience in own if gate(audience, every) is not Gate.NOTHING))
