"""The model of the window, in plain Python: what is open, what is being written, what is running, where one can go.

Widgets show it and tell it what was typed; it knows nothing of them. It is what keeps an answer that comes late from
changing anything, so that no page has to.
"""
