"""What a report promises and what it does not: each sentence exactly as far as the release bears it out.

The promise is the theorem of ``resources/docs/methodology.md``, part 4; what it leaves open is part 5 there.
"""

from __future__ import annotations

from collections.abc import Iterator

from counsellor_desk.figures.release import FLOOR, AudienceKind, Release, Unit
from counsellor_desk.reports.wording import Wording

READERS = (1, 2, 3)  # how many cases the readers know for whom the promise is spelled out


def promise(release: Release, wording: Wording) -> Iterator[str]:
    """What ``release`` promises."""
    certificate = release.certificate
    windows = {figure.window for figure in release.figures}
    rounded = windows - {0}
    if rounded:
        yield wording.say("guarantee.multiples", base=certificate.base)
        yield wording.say(f"guarantee.{'more_windows' if len(rounded) > 1 else 'one_window'}", window=max(rounded))
    yield wording.say("guarantee.groups", none=certificate.possible_counts(0))
    if not release.corrections.count:
        yield wording.say("guarantee.presence", base=certificate.base)
    yield wording.say("guarantee.insider", readers="; ".join(_readers(release, wording)))
    yield wording.say(
        "guarantee.proof", rows=certificate.rows, releases=certificate.releases, rho=certificate.promised
    )
    if 0 in windows:
        yield wording.say("guarantee.activities")


def limits(release: Release, wording: Wording) -> Iterator[str]:
    """What ``release`` does not promise."""
    certificate = release.certificate
    yield wording.say("limits.known", most=certificate.promised)
    yield from _corrected(release, wording)
    if certificate.ladder > 1:
        yield wording.say("limits.ladder", ladder=certificate.ladder)
    if any(Unit.PERSONS in (table.unit, figure.code) for table in release.tables for figure in table.rows):
        yield wording.say("limits.persons")
    yield wording.say("limits.elsewhere")
    if release.audience.kind is AudienceKind.ORGANISATION:
        yield wording.say("limits.organisation")
    yield wording.say("limits.likelihood")
    yield wording.say("limits.counting")
    if release.practice:
        yield wording.say("limits.practice")


def _corrected(release: Release, wording: Wording) -> Iterator[str]:
    """What an office that has corrected figures cannot promise any more (``disclosure.revision``)."""
    certificate, corrections = release.certificate, release.corrections
    if corrections.replaces:
        yield wording.say("limits.replaces", number=corrections.replaces, changed=corrections.changed)
    if corrections.count:
        yield wording.say("limits.corrections", count=corrections.count)
        yield wording.say("limits.presence", base=certificate.base)
        if certificate.rho < certificate.base:
            yield wording.say("limits.slack", rho=certificate.rho, base=certificate.base)
        if certificate.promised > FLOOR:
            yield wording.say("limits.later", least=FLOOR + 1)


def _readers(release: Release, wording: Wording) -> Iterator[str]:
    """What remains to readers who know cases themselves, as long as that is more than one number."""
    for known in READERS:
        remain = release.certificate.possible_counts(known)
        if remain > 1:
            key = "reader_one" if known == 1 else "reader"
            yield wording.say(f"guarantee.{key}", known=known, remain=remain)
