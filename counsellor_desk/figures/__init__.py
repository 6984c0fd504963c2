"""From coded facts to what may leave: periods, table plan, tabulation, preview, publication, ledger. Pure.

The way through the room: ``tally`` counts facts by quarter, ``plan`` says which rows there are, ``model`` how they
hang together, ``publishing`` protects and publishes them, ``ledger`` and ``packet`` keep them.
"""
