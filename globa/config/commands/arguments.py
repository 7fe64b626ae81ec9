"""Reading the command line: what is wrong with it is one sentence in the reader's language."""

from __future__ import annotations

import argparse
from typing import NoReturn

from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message as _

ENGINES = ("postgres", "duckdb")


class NotUnderstood(Refusal):
    def __init__(self, command: str, usage: str) -> None:
        super().__init__(
            _("“%(command)s” was not understood, so nothing was done. It is written: %(usage)s"),
            command=command,
            usage=usage,
        )


class UnknownCommand(Refusal):
    def __init__(self, command: str) -> None:
        super().__init__(
            _("There is no command “globa %(command)s”, so nothing was done. The list of commands: globa help"),
            command=command,
        )


class UnknownEngine(Refusal):
    def __init__(self, engine: str) -> None:
        super().__init__(
            _("There is no engine “%(engine)s”, so nothing was counted. The engines are: %(known)s."),
            engine=engine,
            known=", ".join(ENGINES),
        )


class Arguments(argparse.ArgumentParser):
    def __init__(self, command: str, description: str = "") -> None:
        super().__init__(prog=f"globa {command}", description=description, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        usage = " ".join(self.format_usage().split()).split(": ", 1)[-1]
        raise NotUnderstood(self.prog, usage)

    def add_engine(self) -> None:
        self.add_argument("--engine", type=engine, default="postgres", metavar="|".join(ENGINES))

    def add_json(self) -> None:
        self.add_argument("--json", action="store_true", dest="as_json")


def engine(text: str) -> str:
    if text not in ENGINES:
        raise UnknownEngine(text)
    return text
