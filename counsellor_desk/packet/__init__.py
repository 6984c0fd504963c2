"""What carries figures out of the house: one form for every release, signed and chained. Pure.

``canonical`` writes and strictly reads the text, ``envelope`` is the packet, ``chain`` puts packets in order.
"""
