"""PDF/UA-1 through Typst: it refuses a picture without its words, and repeats to the byte."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import typst

LAYOUT = Path(__file__).with_name("report.typ")


def pdf(report: dict[str, Any], fonts: str) -> bytes:
    """All text goes in as data, so that nothing in it is read as markup."""
    return typst.compile(
        LAYOUT,
        font_paths=[Path(fonts)],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"report": json.dumps(report, ensure_ascii=False)},
        pdf_standards=["ua-1"],
    )
