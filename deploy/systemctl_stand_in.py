#!/usr/bin/python3
"""
What `systemctl` would do with a unit, where systemd does not run: for `make try-deploy` only.

It runs what the unit says - the settings of its files, its user, its folder, its commands - with nothing else of the caller's
environment. Nothing is fenced in, and nothing is restarted.
"""

from __future__ import annotations

import os
import pwd
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

UNITS = Path("/etc/systemd/system")


def main(arguments: list[str]) -> int:
    verb, names = arguments[0], [name for name in arguments[1:] if not name.startswith("--")]
    if verb == "daemon-reload":
        return 0
    if verb == "stop":
        return max([stop(name) for name in names if name.endswith(".service")], default=0)
    if verb not in ("enable", "start") or (verb == "enable" and "--now" not in arguments):
        sys.exit(f"systemctl {verb}: not stood in for")
    return max([start(name) for name in names if name.endswith(".service")], default=0)


def start(name: str) -> int:
    unit = read(UNITS / name)
    options = settings(unit)
    for command in unit.get("ExecStartPre", []):
        if code := subprocess.run(shlex.split(command), **options).returncode:
            return code
    if unit.get("Type") == ["oneshot"]:
        return max(subprocess.run(shlex.split(command), **options).returncode for command in unit["ExecStart"])
    with open(f"/var/log/{name}.log", "ab") as log:
        command = shlex.split(unit["ExecStart"][0])
        started = subprocess.Popen(command, **options, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)
    Path(f"/run/{name}.pid").write_text(str(started.pid))
    return 0


def stop(name: str) -> int:
    """With the signal that systemd sends, and the time that the unit grants."""
    number = int(Path(f"/run/{name}.pid").read_text())
    os.killpg(number, signal.SIGTERM)
    deadline = time.monotonic() + int(read(UNITS / name)["TimeoutStopSec"][0])
    while is_running(number):
        if time.monotonic() > deadline:
            sys.exit(f"{name} did not stop in time")
        time.sleep(0.1)
    return 0


def is_running(number: int) -> bool:
    """Not so one that is dead and waits to be buried."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def read(path: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in path.read_text().splitlines():
        name, is_one, value = line.partition("=")
        if is_one and not line.startswith("#"):
            found.setdefault(name, []).append(value)
    return found


def settings(unit: dict[str, list[str]]) -> dict:
    user = pwd.getpwnam(unit["User"][0])
    told = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin", "LANG": "C.UTF-8", "HOME": user.pw_dir, "USER": user.pw_name}
    for file in unit.get("EnvironmentFile", []):
        lines = [line for line in Path(file).read_text().splitlines() if line and not line.startswith("#")]
        told |= dict(shlex.split(line)[0].split("=", 1) for line in lines)
    for line in unit.get("Environment", []):
        told |= dict(one.split("=", 1) for one in shlex.split(line))
    umask = int(unit.get("UMask", ["0022"])[0], 8)
    return {"env": told, "cwd": unit["WorkingDirectory"][0], "user": user.pw_uid, "group": user.pw_gid, "extra_groups": [], "umask": umask}


if __name__ == "__main__":
    os.environ.clear()
    sys.exit(main(sys.argv[1:]))
