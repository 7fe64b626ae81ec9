"""What can be asked of Globa on the command line."""

from __future__ import annotations

from collections.abc import Sequence

from globa.config.language import translator
from globa.vocabulary.words import message as _

LINES = [
    ("run", _("the database, the web server and its job worker; Ctrl-C ends them")),
    ("public", _("the public pages of the centres, in a process that reads nothing else; Ctrl-C ends it")),
    ("figures --organisation CODE --period 2023 [--engine postgres|duckdb] [--json]", _("all figures of an organisation")),
    ("evidence --figure CODE --organisation CODE --period 2023 [--json]", _("the records behind a figure")),
    ("published alytus-2023 [--engine postgres|duckdb] [--json]", _("a published report beside what the records say")),
    (
        "report activity --organisation CODE --period 2023 --format html|docx|pdf|xlsx --output FILE",
        _("a report as a file: the signed one, else a draft"),
    ),
    ("report verify FILE|NUMBER", _("whether a file or number is of a signed report, unchanged")),
    (
        "word-template FILE --organisation CODE [--form FORM] [--try OUT.docx]",
        _("take an office's own Word template into use; with --try only fill the sample with it"),
    ),
    ("word-template --organisation CODE [--form FORM] --put-away REASON", _("fill reports with the shipped template again")),
    (
        "check-document FILE [--json]",
        _("what does not agree in anybody's report or plan; needs no database; 1 where something cannot be true"),
    ),
    ("demo", _("load the demonstration: a family centre of invented people")),
    (
        "import-plan FILE --municipality CODE --year YEAR [--json]",
        _("what a municipality's plan or its report says: goals, measures, money by source, and what a person must decide; writes nothing"),
    ),
    (
        "import-ledger FILE --municipality CODE --year YEAR [--account E-MAIL [--answers FILE] [--accept]] [--json]",
        _("what a file of the accounting program holds and what a person must decide; only --accept books it, as that account"),
    ),
    ("backup FILE|FOLDER [--keep NUMBER] [--json]", _("everything but the keys in one file; in a folder the last NUMBER are kept")),
    ("backup verify FILE|FOLDER [--json]", _("put a backup back beside, count it, hash its signed reports anew; 1 when anything differs")),
    (
        "restore FILE [--replace] [--without-keys] [--as-it-was]",
        _("put a backup back: into an empty database, or in place of what is there"),
    ),
    ("audit verify [--json]", _("whether the journal of who looked is whole; 1 where it is not")),
    ("audit forget", _("remove looks that the norm “readings-kept” no longer keeps")),
    ("check [--roles] [--json]", _("whether the database is safe to be opened to users, and what must hold of the records holds")),
    ("settings [--json]", _("every setting: what is given, what holds otherwise, what it means")),
    ("setup [--email E-MAIL --name NAME --organisation NAME --municipality CODE]", _("the first administrator and organisation")),
    ("setup --link E-MAIL [--factor-lost]", _("a new one-time link for an administrator")),
    ("database roles", _("SQL for the administrator of an outside server")),
    ("migrate, shell, ...", _("every command of Django")),
]


def main(arguments: Sequence[str]) -> int:
    translate = translator()
    for usage, meaning in LINES:
        print(f"globa {usage}\n    {translate(meaning)}")
    return 0
