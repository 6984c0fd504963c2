"""The model of the window, in plain Python: what is open, what is running, and the figures page.

Widgets show it and tell it what was typed; it knows nothing of them. It is what keeps an answer that comes late from
changing anything, so that no page has to.
"""
