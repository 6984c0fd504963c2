"""What may be said: randomised controlled rounding of linked counts, with a certificate over all that was ever said.

Knows tables and numbers, nothing of counsellors. Pure: chance comes in as a secret. The way through the room:
``table`` (what a count is) -> ``system`` (all counts as linear equations over hidden cells) -> ``rounding`` (figures)
-> ``certificate`` (proof over the whole history) -> ``protect`` (the only door out).
"""
