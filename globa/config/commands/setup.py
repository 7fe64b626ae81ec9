"""The first administrator and the first organisation; or a new one-time link for an administrator."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from globa.config import declared, printing
from globa.config.commands.arguments import Arguments
from globa.config.commands.opening import records
from globa.config.language import translator
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message as _

QUESTIONS = {
    "organisation": _("Name of the organisation (as in the register): "),
    "municipality": _("Its municipality (such as Alytaus m. sav.): "),
    "name": _("Name and surname of the administrator: "),
    "email": _("E-mail of the administrator: "),
}
DONE = _("%(name)s administers %(organisation)s.")
OPEN = _("This address works once, for 24 hours. Give it to nobody else; the password is chosen there:")


class NotAnswered(Refusal):
    def __init__(self, name: str) -> None:
        super().__init__(
            _("Nothing was made, for --%(name)s is missing and nobody is there to be asked. It is written: globa setup --%(name)s …"),
            name=name,
        )


class ForInventedPeople(Refusal):
    """Else real children would be recorded under a banner that says they are invented, or beside those who are."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "GLOBA_DEMO is on, so this installation is for invented people only, and nothing was made. Set GLOBA_DEMO=no, "
                "for `globa run` too, and run `globa setup` again."
            )
        )


def main(arguments: Sequence[str]) -> int:
    asked = _read(arguments)
    if declared.DEMO.value():
        raise ForInventedPeople
    translate = translator()
    with records():
        from globa.config.preparation import migrate
        from globa.registry.accounts import first, links

        migrate()
        if asked.link:
            told = {"link": first.new_link(asked.link, factor_is_lost=asked.factor_lost)}
        else:
            if first.is_set_up():
                raise first.SetUpAlready
            said = {name: getattr(asked, name) or _answer(name, translate(question)) for name, question in QUESTIONS.items()}
            user, organisation = first.set_up(**said, since=asked.since or _first_day())
            told = {"administrator": user.email, "organisation": organisation.code, "link": links.password_link(user)}
            printing.said(translate(DONE) % {"name": user.name, "organisation": organisation.name})
    _tell(told, translate(OPEN), as_json=asked.as_json)
    return 0


def _read(arguments: Sequence[str]) -> argparse.Namespace:
    parser = Arguments("setup", __doc__ or "")
    parser.add_argument("--email", metavar="E-MAIL")
    parser.add_argument("--name")
    parser.add_argument("--organisation", metavar="NAME")
    parser.add_argument("--municipality", metavar="CODE")
    parser.add_argument("--since", type=date.fromisoformat, metavar="YYYY-MM-DD")
    parser.add_argument("--link", metavar="E-MAIL")
    parser.add_argument("--factor-lost", action="store_true")
    parser.add_json()
    return parser.parse_args(arguments)


def _first_day() -> date:
    from globa.vocabulary.calendar import today

    return today()


def _answer(name: str, question: str) -> str:
    """Ask whoever sits at the keyboard, until something is answered."""
    with suppress(EOFError):
        while sys.stdin.isatty():
            if answer := input(question).strip():
                return answer
    raise NotAnswered(name)


def _tell(told: dict[str, str], sentence: str, *, as_json: bool) -> None:
    """The link alone on stdout, so that it can be handed on."""
    if as_json:
        printing.result(told, as_json=True)
        return
    printing.said(sentence)
    print(told["link"])
