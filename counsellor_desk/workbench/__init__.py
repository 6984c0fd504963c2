"""Protecting any table of counts by a plan of one's own, with the desk's engine, ledger and certificate. Pure.

``plan_file`` and ``counts`` read what is given, ``protecting`` makes a release, ``ledger`` keeps it, ``release`` puts
it into a packet and ``figures_file`` into a table. Formats: ``resources/docs/methodology.md``, part 7.
"""
