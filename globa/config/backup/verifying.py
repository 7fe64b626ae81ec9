"""Trying a backup: put back beside, counted, its signed reports hashed anew; what differs is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from globa.config.backup import contents
from globa.config.backup.contents import Contents, Signed
from globa.config.backup.filling import Manner, fill
from globa.config.backup.packing import Backup
from globa.config.backup.scratch import scratch


@dataclass(frozen=True)
class Difference:
    """`what` names a table, a wall or a report; None is "not there"."""

    what: str
    in_backup: object
    put_back: object


def verify(backup: Backup) -> list[Difference]:
    backup.refuse_if_damaged()
    with scratch(backup.manifest.roles.values()) as database:
        fill(backup, database, Manner.BESIDE)
        with database.opened() as asking:
            return differences(backup.manifest.contents, contents.contents(asking))


def differences(promised: Contents, found: Contents) -> list[Difference]:
    return [
        *_numbers(promised.tables, found.tables),
        *_numbers(promised.walls, found.walls),
        *reports_that_differ(promised, found),
        *_numbers(dict.fromkeys(promised.migrations, "+"), dict.fromkeys(found.migrations, "+")),
    ]


def _numbers(promised: Mapping[str, object], found: Mapping[str, object]) -> Iterator[Difference]:
    for name in sorted({*promised, *found}):
        if promised.get(name) != found.get(name):
            yield Difference(name, promised.get(name), found.get(name))


def reports_that_differ(promised: Contents, found: Contents) -> list[Difference]:
    """A report that was not whole when it was packed differs from itself: it is named too."""
    before = {one.report: one for one in promised.signed}
    after = {one.report: one for one in found.signed}
    return [
        Difference(_name(before, after, report), _stands(before.get(report)), _hashed(after.get(report)))
        for report in sorted({*before, *after})
        if _stands(before.get(report)) != _hashed(after.get(report)) or not after[report].is_whole
    ]


def _name(before: Mapping[str, Signed], after: Mapping[str, Signed], report: str) -> str:
    return f"report {(before.get(report) or after[report]).number}"


def _stands(report: Signed | None) -> str | None:
    return report.fingerprint if report else None


def _hashed(report: Signed | None) -> str | None:
    return report.of_content if report else None
