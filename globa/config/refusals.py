"""What can be wrong before any record is touched: settings, the database server, the disk, the port."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message as _


class SettingMissing(Refusal):
    def __init__(self, name: str, because: str) -> None:
        super().__init__(
            _(
                "The setting %(name)s is missing: an outside database is used, so nothing is made up for you. "
                "Set it in the environment (%(because)s)."
            ),
            name=name,
            because=because,
        )


class SettingWrong(Refusal):
    def __init__(self, name: str, value: str, expected: str) -> None:
        super().__init__(
            _("The setting %(name)s is “%(value)s”, which cannot be read. It has to be %(expected)s."),
            name=name,
            value=value,
            expected=expected,
        )


class SettingUnknown(Refusal):
    """A mistyped name would be passed over in silence, and what it should have done would not be done."""

    def __init__(self, name: str, meant: str) -> None:
        if meant:
            sentence = _("There is no setting %(name)s, so it would do nothing. Is %(meant)s meant? The list: globa settings")
        else:
            sentence = _("There is no setting %(name)s, so it would do nothing. Take it out of the environment; the list: globa settings")
        super().__init__(sentence, name=name, meant=meant)


class SettingNotOutside(Refusal):
    def __init__(self, name: str, value: str) -> None:
        super().__init__(
            _(
                "The setting %(name)s is “%(value)s”, but DATABASE_URL names an outside database, where children are not "
                "invented. Take %(name)s out of the environment."
            ),
            name=name,
            value=value,
        )


class PackagesMissing(Refusal):
    def __init__(self, name: str, extra: str) -> None:
        super().__init__(
            _(
                "The setting %(name)s needs packages that are not installed. Install them: python3 -I "
                "globa/config/installation.py %(extra)s, or take %(name)s out of the environment."
            ),
            name=name,
            extra=extra,
        )


class SettingsWrong(Refusal):
    """Everything that is wrong with the settings: mended once, not one fault after the other."""

    def __init__(self, faults: Sequence[Refusal]) -> None:
        self.faults = faults
        super().__init__(_("Nothing was started, for the settings are wrong in %(count)s places:"), count=len(faults))

    def said(self, translate: Callable[[str], str]) -> str:
        return "\n- ".join([super().said(translate), *(fault.said(translate) for fault in self.faults)])


class KeysUnreadable(Refusal):
    def __init__(self, path: object) -> None:
        super().__init__(
            _(
                "The file of keys %(path)s cannot be read. Without it encrypted personal codes stay closed: put back "
                "its copy, or run as the user who made it."
            ),
            path=path,
        )


class DataOfAnotherUser(Refusal):
    def __init__(self, path: object, owner: str) -> None:
        super().__init__(
            _(
                "The database in %(path)s was made by another user (%(owner)s) and cannot be used by you. "
                "Run as that user, or set GLOBA_VAR to a folder of your own."
            ),
            path=path,
            owner=owner,
        )


class DiskIsFull(Refusal):
    def __init__(self, path: object) -> None:
        super().__init__(
            _(
                "The disk that holds %(path)s is full, so the database cannot write. Make room there and try "
                "again; nothing recorded is lost."
            ),
            path=path,
        )


class ServerDidNotStart(Refusal):
    def __init__(self, log: object, last_line: str) -> None:
        super().__init__(
            _("The embedded database server did not start: %(last_line)s. Its whole log is in %(log)s."),
            log=log,
            last_line=last_line or "-",
        )


class DatabaseUnreachable(Refusal):
    def __init__(self, where: str, why: str) -> None:
        super().__init__(
            _(
                "The database at %(where)s cannot be reached (%(why)s). Check that it runs and that the "
                "address, user and password are right."
            ),
            where=where,
            why=why,
        )

    @classmethod
    def of(cls, parameters: Mapping[str, Any], error: BaseException) -> DatabaseUnreachable:
        """Name the server and its user, never the password; of what the driver says the last line says why."""
        where = f"{parameters.get('host') or 'localhost'}:{parameters.get('port') or 5432}/{parameters.get('dbname') or ''}"
        lines = [line.strip() for line in str(error).splitlines() if line.strip() and not line.startswith("Multiple connection")]
        return cls(where, lines[0].rsplit("failed: ", 1)[-1] if lines else type(error).__name__)


class DatabaseWithoutTables(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("The database has no tables yet, or older ones than this version needs. Run `make run` or `globa migrate` first.")
        )


class PortTaken(Refusal):
    def __init__(self, port: int, setting: str = "GLOBA_PORT") -> None:
        super().__init__(
            _(
                "Port %(port)s is already used by another program, so Globa cannot answer there. End that program or "
                "choose another port: %(setting)s=%(other)s."
            ),
            port=port,
            setting=setting,
            other=port + 1,
        )


class StoppedByItself(Refusal):
    def __init__(self, part: str, code: int) -> None:
        super().__init__(
            _("The %(part)s ended by itself (code %(code)s), so everything was stopped. Its last lines above say why; then start again."),
            part=part,
            code=code,
        )


class PreparationFailed(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The database could not be prepared, so nothing was started. The lines above say why."))
