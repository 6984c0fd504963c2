"""The counsellor's work: cases, contacts, notes, follow-ups and the things one can do with them. Pure."""
