"""Why a document was not read: what is wrong with it and what its owner can do."""

from __future__ import annotations

from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message as _


class UnknownKind(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "This is none of the documents that can be read: Word (.docx), a workbook (.xlsx, .xls, .ods), OpenDocument text (.odt), "
                "PDF or text. Save it as one of these and add it again."
            )
        )
