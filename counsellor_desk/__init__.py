"""Counsellor Desk: case notes, contact logs and protected figures for confidential counsellors."""

__version__ = "0.1.0"
