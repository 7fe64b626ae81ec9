"""Why a document is not checked, or an answer not taken."""

from __future__ import annotations

from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message as _


class TooLarge(Refusal):
    def __init__(self, most: int) -> None:
        super().__init__(
            _("The file is larger than %(most)s MB, so it was not checked. Make its pictures smaller, or check it in parts."),
            at="file",
            most=most,
        )


class Empty(Refusal):
    at = "file"

    def __init__(self) -> None:
        super().__init__(_("The file is empty. Choose another one."))


class TooManyAtOnce(Refusal):
    at = "file"

    def __init__(self) -> None:
        super().__init__(_("Your earlier files are still being checked. Wait until one of them is ready, then drop this one."))


class NotChecked(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The document could not be checked; it is not your fault. Try once more, or save it in another format first."))


class NotFoundThere(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This finding is not in the document any more, so there is nothing to answer."))
