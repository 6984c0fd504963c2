"""The packets of a desk, held against its plan: every table there, in its form, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple

from counsellor_desk.codebook import Codebook, is_code
from counsellor_desk.figures.correcting import refuse_if_built_on
from counsellor_desk.figures.errors import CorrectionRefused
from counsellor_desk.figures.ledger import promises, wide_rows
from counsellor_desk.figures.model import link
from counsellor_desk.figures.packet import release_of
from counsellor_desk.figures.plan import ACTIVITIES, PLAN, PLAN_HASH, STEPS, TABLES, TableSpec, codes, own_codes
from counsellor_desk.figures.release import TOTAL, AudienceKind, Release, ReleasedTable
from counsellor_desk.figures.span import to_date
from counsellor_desk.packet.envelope import Packet, PacketKind
from counsellor_desk.verifier.claim import Cases, Claim, check_certificate, check_promises
from counsellor_desk.verifier.errors import NotVerified

MOST_CODES = 60  # of one table, in all packets together; ours have up to 20
MOST_CELLS = 50_000  # of the largest crossing, quarters by quarters by organisations


def cases(packets: Sequence[Packet], codebook: Codebook) -> Cases:
    """What the packets of a desk claim, all about the cases of one office. ``codebook`` tells the rows of the tables
    where it is of the same version as the packet's; codes of another version are taken as they stand.

    Raises: PacketUnreadable, NotVerified.
    """
    before: list[Release] = []
    claims: list[Claim] = []
    for packet in packets:
        _check_plan(packet)
        certificate = check_certificate(packet, releases=packet.number, corrected="corrections" in packet.release)
        release = release_of(packet)
        _check_corrections(release, before)
        _check_form(release, codebook)
        _check_place(release, before)
        about_cases = tuple(promises(release))
        check_promises(packet, about_cases)
        claims.append(Claim(packet, certificate, about_cases, release.corrections.changed, wide_rows(release)))
        before.append(release)
    _check_size(before)
    return Cases(
        tuple(claims), lambda count: link([promise.row for claim in claims[:count] for promise in claim.promises])
    )


def _check_plan(packet: Packet) -> None:
    name, _, version = PLAN.rpartition("-")
    if packet.kind is not PacketKind.DESK or packet.plan != {"name": name, "version": version, "hash": PLAN_HASH}:
        raise NotVerified(reason="plan", number=packet.number)


def _check_form(release: Release, codebook: Codebook) -> None:
    """An organisation may have the headline alone; that is decided by heads, which nobody here can count."""
    headline = len(release.tables) == 1 + len(ACTIVITIES)
    if headline and release.audience.kind is AudienceKind.SECTOR:
        raise NotVerified(reason="tables", number=release.number)
    specs = TABLES[:1] if headline else TABLES
    known = codebook if release.codebook == codebook.version else None
    _check_tables(release.number, release.tables, (*specs, *ACTIVITIES), known)
    for part in release.to_date:
        _check_tables(release.number, part.tables, specs, known)
    for table in release.tables[len(specs) :]:
        _check_exact(release.number, table)


def _check_tables(
    number: int, tables: Sequence[ReleasedTable], specs: Sequence[TableSpec], codebook: Codebook | None
) -> None:
    if len(tables) != len(specs):
        raise NotVerified(reason="tables", number=number)
    for table, spec in zip(tables, specs, strict=True):
        form = (table.id, table.unit, table.code_list, table.additive, table.total.code if table.total else None)
        total = TOTAL if spec.additive else None
        rows = tuple(row.code for row in table.rows)
        right = own_codes(spec) or (codes(spec, codebook) if codebook else _of_another_version(spec, rows))
        if form != (spec.id, spec.unit, spec.code_list, spec.additive, total) or rows != right or not rows:
            raise NotVerified(reason="tables", number=number)


def _of_another_version(spec: TableSpec, rows: Sequence[str]) -> tuple[str, ...]:
    """Those of ``rows`` that code lists could have, each once. A step is a dimension by itself: the point in its code
    keeps it apart from those of the plan."""
    return tuple(code for code in dict.fromkeys(rows) if is_code(code) and (spec is not STEPS or "." in code))


def _check_exact(number: int, table: ReleasedTable) -> None:
    """Activities: exact, for they hold no persons."""
    if any(figure.window for figure in table.figures):
        raise NotVerified(reason="tables", number=number)
    if any(figure.value < 0 for figure in table.figures):
        raise NotVerified(reason="negative", number=number)
    if table.total is None or table.total.value != sum(row.value for row in table.rows):
        raise NotVerified(reason="sum", number=number)


def _check_place(release: Release, before: Sequence[Release]) -> None:
    """Real among real ones, and each period once for each audience, with the half and year so far that follow from
    what was out already."""
    published = [one.period for one in before if one.audience.key == release.audience.key]
    if before and release.practice != before[0].practice:
        raise NotVerified(reason="practice", number=release.number)
    spans = tuple((part.kind, part.first, part.last) for part in release.to_date)
    if release.corrections.replaces:
        replaced = before[release.corrections.replaces - 1]
        right = tuple((part.kind, part.first, part.last) for part in replaced.to_date)
    elif release.period in published:
        raise NotVerified(reason="again", number=release.number)
    else:
        right = tuple((span.kind, span.first, span.last) for span in to_date(release.period, published))
    if spans != right:
        raise NotVerified(reason="spans", number=release.number)


def _check_corrections(release: Release, before: Sequence[Release]) -> None:
    """As many corrections as there were, and the place of a release of the same period and audience on which nothing
    was built."""
    count, replaces, changed = astuple(release.corrections)
    earlier = sum(1 for one in before if one.corrections.replaces)
    if count != earlier + bool(replaces) or bool(changed) != bool(replaces) or replaces > len(before):
        raise NotVerified(reason="correction", number=release.number)
    if not replaces:
        return
    replaced = before[replaces - 1]
    if (replaced.period, replaced.audience) != (release.period, release.audience):
        raise NotVerified(reason="correction", number=release.number)
    try:
        refuse_if_built_on(replaced, before)
    except CorrectionRefused as error:
        raise NotVerified(reason="correction", number=release.number) from error


def _check_size(releases: Sequence[Release]) -> None:
    years = {release.period.year for release in releases}
    quarters = 4 * (max(years) - min(years) + 1) + 1
    organisations = len({release.audience.key for release in releases})
    rows = {(table.id, row.code) for release in releases for table in release.every_table for row in table.rows}
    codes_of = Counter(table for table, _ in rows)
    if quarters * quarters * organisations > MOST_CELLS or max(codes_of.values()) > MOST_CODES:
        raise NotVerified(reason="too_large", number=releases[-1].number)
