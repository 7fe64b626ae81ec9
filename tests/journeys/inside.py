"""Stepping behind a running installation, as its owner: what a journey cannot wait for is made to have happened."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.journeys.installation import ROOT, folder


def run_inside(code: str) -> str:
    """Run Python in the journeys' installation; return what it prints."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("GLOBA_", "DATABASE_", "DJANGO_"))}
    settings = {"GLOBA_VAR": str(folder()), "GLOBA_DATABASE_ROLE": "owner", "GLOBA_STATIC_AS_IT_LIES": "yes"}
    command = [sys.executable, "-m", "globa.config.commands", "shell", "--no-imports", "-c", code]
    done = subprocess.run(command, cwd=ROOT, env=inherited | settings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.strip()


def end_sessions() -> None:
    """As if nobody had worked for half an hour."""
    run_inside(
        "from datetime import timedelta\n"
        "from django.utils import timezone\n"
        "from globa.registry.accounts.sessions import Session\n"
        "now = timezone.now()\n"
        "Session.objects.update(expire_date=now - timedelta(minutes=10), active_at=now - timedelta(minutes=30))\n"
    )


def without_factors(email: str) -> None:
    run_inside(f"from allauth.mfa.models import Authenticator\nAuthenticator.objects.filter(user__email='{email}').delete()\n")
