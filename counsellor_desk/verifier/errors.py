"""Why figures are not proven."""

from __future__ import annotations

from counsellor_desk.errors import DeskError


class NotVerified(DeskError):
    """The figures of the packets are not proven. ``number`` is the publication it is about.

    ``reason``: "practice" (invented and real figures together), "plan" (a plan nobody knows, or not the one its
    hash names), "tables" (other tables or rows than the plan has), "spans" (other runs of quarters than the plan
    has), "base" (not 3, 5 or 10, or another than before), "negative", "multiple" (no multiple of the base), "exact"
    (an exact number of cases), "window" (narrower than the base, or of no step), "ladder" (another than that of the
    step it names, or a step there is not), "sum" (exact numbers that do not add up), "again" (a period published
    twice), "correction" (in place of a release that is not there, is about something else or was built on),
    "redrawn" (another figure for what was published before), "unequal" (two figures for one number), "releases" (a
    certificate over another number of publications), "rows" (over another number of figures), "witness" (no set of
    cases has these figures), "slack" (too few numbers remain possible), "rho" (the certificate claims more than is
    so), "method" (rounded and withheld counts of the same cases together), "small" (a small count among the
    published ones), "presence" (a withheld cell shown to be small), "interval" (what is said of a withheld cell is
    not what follows from the others), "too_large" (more than can be checked) or "time" (not proven in the time
    allowed).
    """

    code = "verifier.not_verified"
