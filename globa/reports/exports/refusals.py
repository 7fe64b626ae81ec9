"""Why an export was not made or a template not taken."""

from __future__ import annotations

from collections.abc import Mapping

from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message as _


class NotRendered(Refusal):
    """The process ended without a file: a defect of ours, not of the asker."""

    def __init__(self, format: str) -> None:
        super().__init__(
            _("The file (%(format)s) could not be made; the report itself is unharmed. Try again, or take another format."), format=format
        )


class TookTooLong(Refusal):
    def __init__(self, seconds: int) -> None:
        super().__init__(
            _("The file was not ready after %(seconds)s seconds, so it was given up; nothing is lost. Take a simpler template."),
            seconds=seconds,
        )


class TemplateRefused(Refusal):
    """An office's Word template that cannot be used; what it broke is in the sentence."""

    def __init__(self, reason: str, values: Mapping[str, object]) -> None:
        super().__init__(SENTENCES.get(reason, SENTENCES["ill_formed"]))
        self.values = {"detail": reason, "place": ""} | dict(values)
        self.args = (self.sentence % self.values,)


SENTENCES = {
    "not_word": _("This is not a Word template (.docx), so it was not taken. Save it from Word as “Word document” and add it again."),
    "too_large": _("The template holds more than %(most)s MB when unpacked, so it was not taken. Use smaller pictures in it."),
    "too_many": _("The template holds more than %(most)s parts, so it was not taken. Save it anew from Word."),
    "macros": _("The template holds programs (%(part)s), so it was not taken: nobody could say what they do. Save it without macros."),
    "outside": _("The template takes something from outside (%(part)s), so it was not taken. Put pictures and texts into it instead."),
    "field": _("The template holds a field %(name)s that reads other files, so it was not taken. Remove the field."),
    "entities": _("A part of the template (%(part)s) declares its own entities, which Word never does, so it was not taken."),
    "forbidden": _(
        "The template asks for something that a report's template must not use (%(detail)s), so it was not taken. "
        "It stands at “%(place)s”. Use only the report's own words."
    ),
    "unknown_word": _(
        "The template names a word that a report does not have: %(detail)s. It stands at “%(place)s”. "
        "Take the words from the shipped template."
    ),
    "unknown_tag": _(
        "The template has a sign that does not exist: %(detail)s. It stands at “%(place)s”. Take the signs from the shipped template."
    ),
    "unclosed": _("In the template “%(detail)s” is begun and never ended. Put its end where it belongs and add the template again."),
    "ill_formed": _("The template could not be read at “%(place)s”. Mend that place and add it again."),
    "damaged": _("The template could not be read (%(detail)s), so it was not taken. Save it anew from Word and add it again."),
    "too_much": _("The template asks for more time or memory than a report needs, so it was not taken. Take a simpler one."),
}


def template_refused(reason: str, **values: object) -> TemplateRefused:
    return TemplateRefused(reason, values)
