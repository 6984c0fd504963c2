"""Sentences made of codes, counts and dates; never of anything that somebody wrote."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from counsellor_desk.casework.drafts import ContactDraft
from counsellor_desk.casework.model import Answer, CaseFile, NoteClass
from counsellor_desk.casework.views import CaseRow, ContactEntry, NoteEntry, StepEntry, TimelineEntry
from counsellor_desk.codebook import Codebook
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.words.days import Days

SEPARATOR = " · "


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of the practice in ``language``, seen from the day in ``days``."""

    codebook: Codebook
    language: str
    days: Days

    def label(self, code: str) -> str:
        """What a code is called."""
        return self.codebook.label(code, self.language)

    def about_case(self, row: CaseRow) -> str:
        """Public category and organisation: "Intimidation · Omroep Noord"."""
        nature = self.label(self.codebook.rollup(row.nature)) if row.nature else ""
        return SEPARATOR.join(part for part in (nature, row.organisation) if part)

    def spoken_row(self, row: CaseRow) -> str:
        """A row of the case list, as a screen reader says it."""
        return ", ".join((row.number, self.label(row.status), self.about_case(row)))

    def kind_of(self, entry: TimelineEntry) -> str:
        """The line over a timeline entry: "Telephone · 35 min · Target or reporter"."""
        if isinstance(entry, ContactEntry):
            at = entry.at.strftime("%H:%M") if entry.at else ""
            parts = [self.label(entry.mode), self.minutes(entry.minutes), self.label(entry.with_whom), at]
            if entry.note_class is NoteClass.AID:
                parts.append(self.expiry(entry))
        elif isinstance(entry, NoteEntry):
            parts = [self.expiry(entry)] if entry.note_class is NoteClass.AID else [self._file_note()]
        else:
            parts = [self._step(entry)]
        return SEPARATOR.join(part for part in parts if part)

    def expiry(self, entry: ContactEntry | NoteEntry) -> str:
        """Until when a memory aid lives."""
        if entry.expires_on is None:
            return QCoreApplication.translate("Phrases", "Memory aid")
        when = self.days.near(entry.expires_on)
        return QCoreApplication.translate("Phrases", "Memory aid · expires %1").replace("%1", when)

    def minutes(self, minutes: int) -> str:
        """ "35 min"."""
        return QCoreApplication.translate("Phrases", "%1 min").replace("%1", str(minutes))

    def moment_of(self, draft: ContactDraft) -> str:
        """When a contact was: "now", or the day and time that were typed."""
        if draft.on is None and draft.at is None:
            return QCoreApplication.translate("Phrases", "now")
        return self.days.moment(draft.on or self.days.today, draft.at)

    def counting(self, case: CaseFile) -> str:
        """Whether the case is counted in figures."""
        return {
            Answer.YES: QCoreApplication.translate("Phrases", "Counts: yes"),
            Answer.NO: QCoreApplication.translate("Phrases", "Counts: no"),
            Answer.UNKNOWN: QCoreApplication.translate("Phrases", "Counts: not asked yet"),
        }[case.consent_to_count]

    def retention(self, case: CaseFile) -> str:
        """How long the notes are kept."""
        if case.retention_due is None:
            return QCoreApplication.translate("Phrases", "Kept while the case is open.")
        day = self.days.long(case.retention_due)
        return QCoreApplication.translate("Phrases", "Kept until %1.").replace("%1", day)

    def hold(self, case: CaseFile) -> str:
        """The hold on destruction, or nothing."""
        if case.hold_until is None:
            return ""
        day = self.days.long(case.hold_until)
        return QCoreApplication.translate("Phrases", "On hold until %1").replace("%1", day)

    def _file_note(self) -> str:
        return QCoreApplication.translate("Phrases", "Note")

    def _step(self, entry: StepEntry) -> str:
        if entry.done is None:
            return QCoreApplication.translate("Phrases", "Offered")
        if entry.done is False:
            return QCoreApplication.translate("Phrases", "Declined")
        if entry.kind == "referral":
            return QCoreApplication.translate("Phrases", "Referral")
        return QCoreApplication.translate("Phrases", "Action")


def phrases_of(context: DeskContext) -> Phrases:
    """The words for today in the language of the desk."""
    return Phrases(context.codebook, context.language, Days(context.language, context.today()))
