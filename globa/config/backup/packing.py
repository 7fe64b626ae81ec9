"""
One file, a ZIP without compression: the dump, the files of `var/files`, and the manifest as its last member.

Written under another name and renamed when whole; only its maker may read it. What is read from it is hashed on the way.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from globa.config.backup.manifest import Manifest, Packed
from globa.config.backup.refusals import NoSuchFolder, NotABackup
from globa.config.refusals import DiskIsFull

DUMP, FILES, MANIFEST = "database.dump", "files/", "manifest.json"
PIECE = 1 << 20


@dataclass
class Writing:
    """A backup that is being written."""

    into: zipfile.ZipFile
    packed: list[Packed] = field(default_factory=list)

    def add(self, name: str, source: IO[bytes]) -> None:
        total, size = hashlib.sha256(), 0
        with self.into.open(zipfile.ZipInfo(name), "w", force_zip64=True) as member:
            while piece := source.read(PIECE):
                total.update(piece)
                size += len(piece)
                member.write(piece)
        self.packed.append(Packed(name, size, total.hexdigest()))

    def add_folder(self, folder: Path) -> None:
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.is_file() and not path.is_symlink():
                with path.open("rb") as source:
                    self.add(f"{FILES}{path.relative_to(folder).as_posix()}", source)

    def close_with(self, manifest: Manifest) -> None:
        self.into.writestr(zipfile.ZipInfo(MANIFEST), manifest.as_text())


@contextmanager
def writing(file: Path) -> Iterator[Writing]:
    """Nothing bears the name before it is whole and on the disk; what is half written goes."""
    draft = file.with_name(f".{file.name}.{os.getpid()}.draft")
    try:
        with _private(draft) as opened:
            with zipfile.ZipFile(opened, "w", zipfile.ZIP_STORED, allowZip64=True) as into:
                yield Writing(into)
            opened.flush()
            os.fsync(opened.fileno())
        draft.rename(file)
        _sync(file.parent)
    except OSError as error:
        raise (DiskIsFull(file.parent) if error.errno == errno.ENOSPC else error) from error
    finally:
        draft.unlink(missing_ok=True)


def _private(draft: Path) -> IO[bytes]:
    try:
        return os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
    except (FileNotFoundError, PermissionError, NotADirectoryError) as error:
        raise NoSuchFolder(draft.parent) from error


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


@dataclass(frozen=True)
class Backup:
    """A backup that is read; opening it looks at the manifest only."""

    path: Path
    manifest: Manifest

    def refuse_if_damaged(self) -> None:
        """Read all of it once: what the manifest names is there, whole, and nothing beside it."""
        with _opened(self.path) as packed:
            if set(packed.namelist()) != {one.name for one in self.manifest.files} | {MANIFEST}:
                raise NotABackup(self.path, "namelist")
            for one in self.manifest.files:
                total = hashlib.sha256()
                with packed.open(one.name) as member:
                    while piece := member.read(PIECE):
                        total.update(piece)
                if total.hexdigest() != one.sha256:
                    raise NotABackup(self.path, f"{one.name}: sha256")

    def hand_dump_to(self, taker: IO[bytes]) -> None:
        """A taker that has read enough may close."""
        with _opened(self.path) as packed, packed.open(DUMP) as member, suppress(BrokenPipeError):
            shutil.copyfileobj(member, taker, PIECE)

    def unpack_files(self, folder: Path) -> int:
        """Return how many; names that would leave the folder are no backup of ours."""
        named = [one.name for one in self.manifest.files if one.name.startswith(FILES)]
        with _opened(self.path) as packed:
            for name in named:
                path = (folder / name.removeprefix(FILES)).resolve()
                if not path.is_relative_to(folder.resolve()):
                    raise NotABackup(self.path, name)
                path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                with packed.open(name) as source, path.open("wb") as target:
                    shutil.copyfileobj(source, target, PIECE)
        return len(named)


def read(path: Path) -> Backup:
    with _opened(path) as packed:
        try:
            return Backup(path, Manifest.read(packed.read(MANIFEST).decode()))
        except (KeyError, ValueError, TypeError) as error:
            raise NotABackup(path, f"{MANIFEST}: {type(error).__name__}") from error


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as packed:
            yield packed
    except (zipfile.BadZipFile, EOFError, OSError) as error:
        raise NotABackup(path, os.strerror(error.errno) if isinstance(error, OSError) and error.errno else type(error).__name__) from error
