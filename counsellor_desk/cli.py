"""The command line: ``counsellor-desk`` opens the desk; ``report``, ``tour`` and ``self-check`` work without it,
``verify`` and ``protect`` even without a vault.

No logic of its own: it reads words, calls ``app`` or ``without_vault``, turns named states into sentences and exit
codes. Each of the two is loaded when it is called: who checks a packet needs no Qt and no keyring.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from counsellor_desk import __version__
from counsellor_desk.errors import DeskError
from counsellor_desk.office import AlreadyOpen
from counsellor_desk.output import Output, OutputLost

if TYPE_CHECKING:
    from counsellor_desk.selfcheck import Finding

DONE, REFUSED, UNUSABLE = 0, 1, 2

_EXIT_CODES = "exit codes: 0 done; 1 refused, with the reason and a next step; 2 the command line was not understood"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line. Returns the exit code: that of the work, whatever becomes of the words about it."""
    with Output() as output:
        asked = _parser().parse_args(arguments)
        code = _do(asked, output)
        if output.lost:
            output.complain(_explain(OutputLost(), asked.language))
    return code


def _do(asked: argparse.Namespace, output: Output) -> int:
    try:
        match asked.command:
            case "verify":
                return _verify(asked, output)
            case "protect":
                return _protect(asked, output)
            case _:
                return _run(asked, output)
    except AlreadyOpen as there:
        output.say(_explain(there, asked.language))
        return DONE
    except DeskError as refusal:
        output.complain(_explain(refusal, asked.language))
        return REFUSED


def _run(asked: argparse.Namespace, output: Output) -> int:
    if asked.command is None:
        gc.disable()  # nothing that is loaded is garbage; with the window the desk takes collecting over (garbage.py)
    from counsellor_desk import app

    match asked.command:
        case "report":
            output.say(
                *app.report(asked.period, asked.audience, asked.out, practice=asked.practice, language=asked.language)
            )
        case "tour":
            output.say(*app.tour(asked.out, asked.language, asked.size or ()))
        case "self-check":
            return _self_check(app.self_check(), output, as_json=asked.json)
        case _:
            return app.open_desk(
                practice=asked.practice,
                language=asked.language,
                locked=asked.locked,
                hidden=asked.hidden,
                painted=(lambda: output.say(_clock())) if asked.measure_first_paint else None,
            )
    return DONE


def _verify(asked: argparse.Namespace, output: Output) -> int:
    from counsellor_desk import without_vault

    language = asked.language or without_vault.system_language()
    try:
        output.say(without_vault.verify((asked.packet, *asked.earlier), language))
    except without_vault.PacketUnreadable as unreadable:
        output.complain(f"{unreadable.params.get('file', '')}: {_explain(unreadable, language)}")
        return UNUSABLE
    except DeskError as refusal:
        output.say(without_vault.not_proven(refusal, language))
        return REFUSED
    return DONE


def _protect(asked: argparse.Namespace, output: Output) -> int:
    from counsellor_desk import without_vault

    written = without_vault.protect(
        asked.plan, asked.counts, asked.ledger, asked.out, method=asked.method, base=asked.base
    )
    output.say(*map(str, written))
    return DONE


def _self_check(findings: Sequence[Finding], output: Output, *, as_json: bool) -> int:
    if as_json:
        import json
        from dataclasses import asdict

        output.say(json.dumps([asdict(finding) for finding in findings], indent=2))
    else:
        output.say(*(f"{found.subject:<12} {found.state:<8} {found.detail}" for found in findings))
    states = {found.state for found in findings}
    return UNUSABLE if "fail" in states else REFUSED if "remark" in states else DONE


def _explain(refusal: DeskError, language: str | None) -> str:
    from counsellor_desk.desk.catalogue import system_language
    from counsellor_desk.desk.messages import explain

    return explain(refusal, language or system_language())


def _clock() -> str:
    """The monotonic clock in milliseconds, which all processes of a machine share."""
    return str(time.monotonic() * 1000)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="counsellor-desk",
        description="Case notes, contact logs and protected figures for confidential counsellors.",
        epilog=_EXIT_CODES,
    )
    parser.add_argument("--version", action="version", version=f"counsellor-desk {__version__}")
    _practice(parser, default=False)
    _language(parser, default=None)
    parser.add_argument("--locked", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--hidden", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--measure-first-paint", action="store_true", help=argparse.SUPPRESS)
    commands = parser.add_subparsers(dest="command", title="commands")

    report = commands.add_parser(
        "report",
        help="publish the figures of a period and write the report",
        description="Publish the protected figures of a period and write PDF, XLSX, CSV and packet. A period that "
        "was published before is written again with the very same figures. Cases whose client did not agree to be "
        "counted, or was not asked, are in no figure; the figures page of the desk shows which, before publishing.",
        epilog=_EXIT_CODES,
    )
    _practice(report)
    _language(report)
    report.add_argument("--period", required=True, help="2026Q3, 2026H1 or 2026")
    report.add_argument("--audience", default="sector", help="sector, or organisation:NUMBER (default: sector)")
    report.add_argument("--out", type=Path, required=True, help="folder to write into")

    tour = commands.add_parser(
        "tour",
        help="publish the practice vault's last quarter and year, and take a picture of every page",
        description="The main work without a window, on a practice vault: the reports of its last full quarter and "
        "year, and a picture of every page in light and dark, Dutch and English, at each size that is asked for.",
        epilog=_EXIT_CODES,
    )
    _language(tour)
    tour.add_argument("--out", type=Path, required=True, help="folder to write into")
    tour.add_argument(
        "--size",
        type=_size,
        action="append",
        metavar="WIDTHxHEIGHT",
        help="size of the window, such as 640x400; may be given more than once (default: 1280x800)",
    )

    verify = commands.add_parser(
        "verify",
        help="check the packets of an office",
        description="Recomputes what the packets of an office prove, from the packets alone. All publications before "
        "PACKET are needed; their order does not matter.",
        epilog="exit codes: 0 proven; 1 not proven, with the reason; 2 a file is no packet",
    )
    _language(verify)
    verify.add_argument("packet", type=Path, metavar="PACKET", help="the packet that came with a report")
    verify.add_argument("earlier", type=Path, nargs="*", metavar="EARLIER", help="the packets of earlier reports")

    protect = commands.add_parser(
        "protect",
        help="protect a table of counts of your own",
        description="Protects the counts of a table plan and writes figures.csv and packet.json. Plans of one name "
        "are about the same cases: what was published about them in LEDGER comes back as it was.",
        epilog=_EXIT_CODES,
    )
    _language(protect)
    protect.add_argument("plan", type=Path, metavar="PLAN.json", help="the dimensions and tables")
    protect.add_argument("counts", type=Path, metavar="COUNTS.csv", help="a column for each dimension, and count")
    protect.add_argument(
        "--ledger", type=Path, metavar="LEDGER.json", help="made when it is not there; keep it secret"
    )
    protect.add_argument(
        "--method", choices=("rounding", "suppression"), default="rounding", help="default: rounding"
    )
    protect.add_argument("--base", type=int, choices=(3, 5, 10), help="instead of the base of the plan")
    protect.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder to write into")

    check = commands.add_parser(
        "self-check",
        help="say whether this machine can hold a vault",
        description="Looks at keyring, encryption and folder, and prints nothing about cases.",
        epilog="exit codes: 0 all is well; 1 works, with a remark; 2 a vault cannot be kept here",
    )
    _language(check)
    check.add_argument("--json", action="store_true", help="print the findings as JSON")
    return parser


def _practice(parser: argparse.ArgumentParser, default: object = argparse.SUPPRESS) -> None:
    parser.add_argument("--practice", action="store_true", default=default, help="work on a vault of invented cases")


def _language(parser: argparse.ArgumentParser, default: object = argparse.SUPPRESS) -> None:
    parser.add_argument("--language", choices=("nl", "en"), default=default, help="language of all that is said")


def _size(words: str) -> tuple[int, int]:
    """Width and height out of "640x400"."""
    width, _, height = words.partition("x")
    if not (width.isascii() and width.isdigit() and height.isascii() and height.isdigit()):
        raise argparse.ArgumentTypeError(f"{words}: a size is written like 640x400")
    return int(width), int(height)
