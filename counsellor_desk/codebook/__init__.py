"""Code lists as versioned data: load, validate, label, roll up, find. Pure."""

from __future__ import annotations

from counsellor_desk.codebook.errors import CodebookFault, CodeUnknown
from counsellor_desk.codebook.model import LANGUAGES, Code, Codebook
from counsellor_desk.codebook.reader import is_code, load

__all__ = ["LANGUAGES", "Code", "CodeUnknown", "Codebook", "CodebookFault", "is_code", "load"]
