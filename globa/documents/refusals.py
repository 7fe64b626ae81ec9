"""Why a document was not read: what is wrong with it and what its owner can do."""

from __future__ import annotations

from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message as _


class NotRead(Refusal):
    """`reason` outlives the way out of the short-lived process that met it."""

    def __init__(self, reason: str, **values: str) -> None:
        self.reason = reason if reason in SENTENCES else "damaged"
        super().__init__(SENTENCES[self.reason], **values)


SENTENCES = {
    "unknown": _(
        "This is none of the documents that can be read: Word (.docx), a workbook (.xlsx, .xls, .ods), OpenDocument text (.odt), "
        "PDF or text. Save it as one of these and add it again."
    ),
    "empty": _("The file is empty, so there is nothing to read. Look whether it was saved, and add it again."),
    "nothing": _("The document holds no text, so there is nothing to read. Look whether it is the right file."),
    "scanned": _(
        "The pages of this PDF are pictures without text, so nothing can be read from them. Take the document that was printed, "
        "or recognise its text with a scanner's program first."
    ),
    "letters": _(
        "The letters of this PDF are drawn without saying which they are, so nothing can be read. Take the document that was printed, "
        "or recognise its text with a scanner's program first."
    ),
    "password": _("The document is locked with a password, so it cannot be read. Save it without a password and add it again."),
    "macros": _(
        "The document holds programs (%(part)s); nobody could say what they do, so it was not opened. Save it as an ordinary document, "
        "without macros."
    ),
    "old_word": _("This is a Word document of the old kind (.doc), which cannot be read. Open it in Word and save it as .docx."),
    "rich_text": _("This is rich text (.rtf), which cannot be read. Open it in Word and save it as .docx."),
    "web_page": _("This is a web page, which cannot be read. Open it and save it as a PDF, or take the document itself."),
    "too_large": _("The file is larger than %(most)s MB, so it was not read. Leave out its pictures, or divide it."),
    "bomb": _(
        "The document unpacks to more than %(most)s MB, far more than a report holds, so it was not opened. Ask who sent it what it is."
    ),
    "too_many": _(
        "The document is packed from more than %(most)s parts, so it was not opened. Save it anew with the program that made it."
    ),
    "entities": _(
        "A part of the document (%(part)s) declares entities of its own, which no office program does, so it was not opened. "
        "Ask who sent it what it is."
    ),
    "damaged": _("The document is damaged and could not be read. Open it with the program that made it, save it anew and add it again."),
    "too_much": _("The document asks for more time or memory than a report needs, so reading it was given up. Divide it, or save it anew."),
}
