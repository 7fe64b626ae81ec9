"""
Follow docs/deploy.md word by word on a fresh Debian: `make try-deploy`, as root.

A root is made with debootstrap, in namespaces of its own that take every process along when they end, and the document's shell
blocks are run in it one after the other. systemd does not run there: a stand-in for `systemctl` runs what the units say, as the
users they name; afterwards systemd itself reads the units. Ports 80, 443, 5432 and 8000 have to be free.

Where a machine reaches its packages another way than most:
TRY_MIRROR  Debian's mirror;  TRY_SHARED  folders shown inside as they are, with colons between them;  TRY_SUITE  else bookworm;
TRY_KEEP  a folder in which the root is made and left. What pip and TLS are told outside, they are told inside.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCUMENT = ROOT / "docs" / "deploy.md"
PORTS = (80, 443, 5432, 8000)
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.M | re.S)
TITLE = re.compile(r"^## (.*)$", re.M)
AUTHORITIES = "/try/authorities.crt"
TOLD_INSIDE = re.compile(r"(PIP_|UV_).*|(https?|no|HTTPS?|NO)_(proxy|PROXY)")
NAMES_OF_AUTHORITIES = ("SSL_CERT_FILE", "PIP_CERT", "REQUESTS_CA_BUNDLE")
MARK = "== try"


@dataclass(frozen=True)
class Block:
    title: str
    text: str


def blocks(document: str) -> Iterator[Block]:
    """The shell blocks that are run as they stand; a block for another machine names it after `sh`."""
    for found in BLOCK.finditer(document):
        titles = TITLE.findall(document, 0, found.start())
        yield Block(titles[-1] if titles else "", found[1])


def script(found: list[Block]) -> str:
    """One shell for all of it, that ends at the first failure; each block is announced with the time."""
    marked = [f'echo "{MARK} {number} $(date +%s)"\n{one.text}' for number, one in enumerate(found)]
    return "\n".join(["set -eu", *marked, f'echo "{MARK} {len(found)} $(date +%s)"', "sh -eu /try/afterwards.sh", ""])


AFTERWARDS = """
# What the documents promise, and what only systemd can say.
test "$(stat -c %a /var/backups/globa)" = 700
ls -l /var/backups/globa
runuser -u globa -- sh -c '! cat /etc/globa/globa.env 2>/dev/null' && echo "the settings are root's alone"
runuser -u globa -- sh -c '! touch /opt/globa/x 2>/dev/null' && echo "the program cannot change itself"
echo "-- a backup put back in place of everything, as docs/operating.md says"
systemctl stop globa-web.service globa-worker.service
globa restore "$(ls /var/backups/globa/*.backup)" --replace
globa check --json > /dev/null
echo "-- an upgrade to the same version"
cd /opt/globa
make upgrade GLOBA=/usr/local/sbin/globa BACKUPS=/var/backups/globa
systemctl start globa-web.service globa-worker.service
curl --silent --show-error --fail --retry 20 --retry-delay 3 --retry-all-errors --cacert /etc/ssl/certs/globa.pem \\
    --resolve globa.example:443:127.0.0.1 https://globa.example/ready
echo
echo "-- the second database machine, on this one"
runuser -u postgres -- psql --quiet --set ON_ERROR_STOP=1 <<SQL
CREATE ROLE globa_replica LOGIN REPLICATION PASSWORD 'of-the-trial';
ALTER SYSTEM SET synchronous_commit = on;
ALTER SYSTEM SET synchronous_standby_names = 'ANY 1 (globa_standby)';
SQL
echo "hostssl replication globa_replica 127.0.0.1/32 scram-sha-256" >> /etc/postgresql/15/main/pg_hba.conf
pg_createcluster --port 5433 15 standby > /dev/null
cp /etc/postgresql/15/main/conf.d/globa.conf /etc/postgresql/15/standby/conf.d/
rm -rf /var/lib/postgresql/15/standby
runuser -u postgres -- psql --quiet --command 'SELECT pg_reload_conf()' --output /dev/null
runuser -u postgres -- pg_basebackup --pgdata /var/lib/postgresql/15/standby --wal-method stream --write-recovery-conf --checkpoint fast \\
    --dbname "host=127.0.0.1 user=globa_replica password=of-the-trial sslmode=require application_name=globa_standby"
pg_ctlcluster 15 standby start
sleep 3
replicas='SELECT application_name, sync_state FROM pg_stat_replication'
runuser -u postgres -- psql --tuples-only --no-align --command "$replicas" | tee /try/replicas
grep -qx 'globa_standby|quorum' /try/replicas
echo "-- the units, read by systemd itself"
apt-get install --yes --no-install-recommends systemd > /dev/null
systemd-analyze verify /etc/systemd/system/globa-*.service /etc/systemd/system/globa-*.timer && echo "systemd takes the units"
systemd-analyze calendar '*-*-* 02:30:00' | head -3
systemd-analyze security --offline=yes /etc/systemd/system/globa-web.service | tail -1
"""


def main() -> int:
    if os.geteuid() != 0 or shutil.which("debootstrap") is None:
        print("This needs root and debootstrap (apt-get install debootstrap).", file=sys.stderr)
        return 2
    if taken := [port for port in PORTS if _is_taken(port)]:
        print(f"These ports are taken, so the document cannot be followed here: {taken}", file=sys.stderr)
        return 2
    kept = os.environ.get("TRY_KEEP")
    folder = Path(kept or tempfile.mkdtemp(prefix="globa-try-"))
    folder.chmod(0o755)  # It is the root of everybody in there, the database's own user too.
    try:
        return _try(folder.absolute(), list(blocks(DOCUMENT.read_text(encoding="utf-8"))))
    finally:
        if not kept:
            shutil.rmtree(folder, ignore_errors=True)


def _is_taken(port: int) -> bool:
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


def _try(root: Path, found: list[Block]) -> int:
    began = time.monotonic()
    if not (root / "etc" / "debian_version").exists():
        suite, mirror = os.environ.get("TRY_SUITE", "bookworm"), os.environ.get("TRY_MIRROR")
        subprocess.run(
            ["debootstrap", "--variant=minbase", suite, root, *([mirror] if mirror else [])], check=True, stdout=subprocess.DEVNULL
        )
    print(f"{time.monotonic() - began:7.1f} s  a fresh Debian", flush=True)
    _furnish(root, found)
    took: dict[int, int] = {}
    code = _follow(root, took)
    for number, one in enumerate(found):
        seconds = f"{took[number + 1] - took[number]:7d} s" if number + 1 in took else "   FAILED " if number in took else "not tried "
        print(f"{seconds}  {one.title}: {one.text.strip().splitlines()[0][:80]}")
    print(f"{time.monotonic() - began:7.1f} s  altogether; {'all of it works' if code == 0 else 'it does NOT work'}")
    return code


def _furnish(root: Path, found: list[Block]) -> None:
    inside = root / "try"
    inside.mkdir(exist_ok=True)
    shutil.rmtree(inside / "globa.git", ignore_errors=True)
    subprocess.run(["git", "clone", "--quiet", "--bare", ROOT, inside / "globa.git"], check=True)
    (inside / "follow.sh").write_text(script(found))
    (inside / "afterwards.sh").write_text(AFTERWARDS)
    shutil.copy(ROOT / "deploy" / "systemctl_stand_in.py", root / "usr" / "local" / "bin" / "systemctl")
    (root / "usr" / "local" / "bin" / "systemctl").chmod(0o755)
    for told in (Path("/etc/pip.conf"), Path.home() / ".config" / "pip" / "pip.conf"):
        if told.exists():
            (root / told.relative_to("/")).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(told, root / told.relative_to("/"))
    if authorities := os.environ.get("SSL_CERT_FILE"):
        shutil.copy(authorities, f"{root}{AUTHORITIES}")


def _environment() -> dict[str, str]:
    told = {name: value for name, value in os.environ.items() if TOLD_INSIDE.fullmatch(name)}
    if os.environ.get("SSL_CERT_FILE"):
        told |= dict.fromkeys(NAMES_OF_AUTHORITIES, AUTHORITIES)
    path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    return {**told, "PATH": path, "HOME": "/root", "LANG": "C.UTF-8", "TERM": "dumb", "REPOSITORY": "/try/globa.git"}


ENTER = """
set -eu
mount --make-rprivate /
mount -t proc proc "$0/proc"
mount --bind /dev "$0/dev"
mount -t tmpfs tmpfs "$0/dev/shm"
cp /etc/resolv.conf "$0/etc/resolv.conf"
for shown in "$@"; do mkdir -p "$0$shown"; mount --bind "$shown" "$0$shown"; done
exec chroot "$0" /bin/sh /try/follow.sh
"""


def _follow(root: Path, took: dict[int, int]) -> int:
    shown = [folder for folder in os.environ.get("TRY_SHARED", "").split(":") if folder]
    command = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", ENTER, root, *shown]
    running = subprocess.Popen(
        command, env=_environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert running.stdout is not None
    for line in running.stdout:
        if line.startswith(MARK):
            number, second = line.removeprefix(MARK).split()
            took[int(number)] = int(second)
        print(f"    {line}", end="", flush=True)
    return running.wait()


if __name__ == "__main__":
    sys.exit(main())
