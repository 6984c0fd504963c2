"""Checking what an office has published, from its packets alone: no vault, no true numbers. Pure.

``verify`` is the way through: packets are read, put in order (``packet.chain``), held against their plan (``desk``)
and proven together (``joint``). What comes out is a ``Verdict``, or the reason why there is none.
"""
