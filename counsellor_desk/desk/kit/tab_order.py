"""The order Tab follows: as the eye reads. Qt's own chain appends whatever is made later to the very end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from counsellor_desk.desk.kit.in_sight import bring_into_sight


def step(root: QWidget, *, forward: bool) -> bool:
    """Move the focus to the next (or previous) control in the tree below ``root``, round and round.

    A chip that was made later stands where its group stands. From a control that was just hidden or switched off
    the focus goes to a neighbour, not round to the other end. Gives whether there was anywhere to go.
    """
    here = QApplication.focusWidget()
    order = [widget for widget in root.findChildren(QWidget) if widget is here or _is_stop(widget, root)]
    if here not in order:
        order.insert(0, root)
        here = root
    place = order.index(here)
    is_gone = here is not root and not (here.isVisible() and here.isEnabled())
    if is_gone:
        following = order[place + 1 :] + order[:place][::-1]
    else:
        following = order[place + 1 :] + order[:place] if forward else order[:place][::-1] + order[:place:-1]
    target = next((widget for widget in following if widget is not root), None)
    if target is None:
        return False
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    bring_into_sight(target)
    return True


def _is_stop(widget: QWidget, root: QWidget) -> bool:
    return bool(
        widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.isVisible()
        and widget.isEnabled()
        and widget.window() is root.window()
    )
