"""Where something is written: talks, notes, steps, a new case, names, and the card that is open from anywhere."""
