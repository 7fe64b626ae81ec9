"""What is wrong with the settings: everything at once, before anything is started."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from difflib import get_close_matches
from importlib.util import find_spec

from globa.config import declared
from globa.config.refusals import PackagesMissing, SettingMissing, SettingNotOutside, SettingsWrong, SettingUnknown, SettingWrong
from globa.vocabulary.refusal import Refusal

# What an older version read, and what it is called now.
RENAMED = {"GLOBA_MAIL_": "EMAIL_URL", "GLOBA_EMAIL_URL": "EMAIL_URL"}
METRICS_PACKAGES = ("opentelemetry.sdk", "opentelemetry.exporter.otlp.proto.http")


def refuse() -> None:
    """Raise what is wrong: the fault itself where there is one, else the list of them."""
    faults = found(os.environ)
    if len(faults) == 1:
        raise faults[0]
    if faults:
        raise SettingsWrong(faults)


def found(environment: Mapping[str, str]) -> list[Refusal]:
    return [
        *_unknown(environment),
        *_unreadable(environment),
        *_missing(environment),
        *_too_weak(environment),
        *_not_installed(environment),
    ]


def _unknown(environment: Mapping[str, str]) -> Iterator[Refusal]:
    for name in sorted(environment):
        if name not in declared.SETTINGS and (name.startswith("GLOBA_") or _is_address_of_database(name)):
            yield SettingUnknown(name, meant(name))


def _is_address_of_database(name: str) -> bool:
    return name.startswith("DATABASE_") and name.endswith("_URL")


def meant(name: str) -> str:
    """Return the setting that was probably meant; empty where none is near."""
    renamed = next((new for old, new in RENAMED.items() if name.startswith(old)), "")
    return renamed or next(iter(get_close_matches(name, declared.SETTINGS, n=1, cutoff=0.75)), "")


def _unreadable(environment: Mapping[str, str]) -> Iterator[Refusal]:
    for setting in declared.SETTINGS.values():
        if environment.get(setting.name, "").strip():
            try:
                setting.read(environment)
            except SettingWrong as fault:
                yield fault


def _missing(environment: Mapping[str, str]) -> Iterator[Refusal]:
    if not environment.get(declared.DATABASE_URL.name):
        return
    for setting in declared.SETTINGS.values():
        if setting.needed_outside and not environment.get(setting.name, "").strip() and not _is_kept_from(setting.name, environment):
            yield SettingMissing(setting.name, setting.kind.expected)
    owner = declared.DATABASE_OWNER_URL
    if environment.get(declared.DATABASE_ROLE.name) == "owner" and not environment.get(owner.name):
        yield SettingMissing(owner.name, owner.kind.expected)


def _is_kept_from(name: str, environment: Mapping[str, str]) -> bool:
    """The public process opens no personal code, so it is given no key that could."""
    keys = (declared.ENCRYPTION_KEYS.name, declared.LOOKUP_KEY.name)
    return environment.get(declared.DATABASE_ROLE.name) == "public" and name in keys


def _too_weak(environment: Mapping[str, str]) -> Iterator[Refusal]:
    """Beside an outside database there may be real children."""
    if not environment.get(declared.DATABASE_URL.name):
        return
    for setting, safe in ((declared.SECOND_FACTOR, True), (declared.DEBUG, False)):
        with suppress(SettingWrong):  # which is said already
            if environment.get(setting.name, "").strip() and setting.read(environment) is not safe:
                yield SettingNotOutside(setting.name, setting.shown(environment))


def _not_installed(environment: Mapping[str, str]) -> Iterator[Refusal]:
    if environment.get(declared.METRICS.name, "").strip() and not all(map(_is_installed, METRICS_PACKAGES)):
        yield PackagesMissing(declared.METRICS.name, "metrics")


def _is_installed(package: str) -> bool:
    try:
        return find_spec(package) is not None
    except ModuleNotFoundError:
        return False
