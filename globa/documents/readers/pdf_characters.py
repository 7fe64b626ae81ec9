"""The characters of a PDF page with no more than where they stand: their colours and fonts cost half of the time to read a page."""

from __future__ import annotations

from typing import Any

from pdfminer.layout import LTChar


def lighten(page: Any) -> None:
    """From now on the page tells of each character these few things; of lines and pictures all that it did."""
    left, above = page.mediabox[:2]
    height, so_far, whole = page.height + above, page.initial_doctop, page.process_object

    def told(item: Any) -> dict[str, Any]:
        if not isinstance(item, LTChar):
            return dict(whole(item))
        top, bottom = height - item.y1, height - item.y0
        return {
            "object_type": "char",
            "text": item.get_text(),
            "x0": item.x0 + left,
            "x1": item.x1 + left,
            "top": top,
            "bottom": bottom,
            "doctop": so_far + top,
            "height": item.height,
            "width": item.width,
            "upright": item.upright,
        }

    page.process_object = told
