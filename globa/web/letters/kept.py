"""The letters of a demonstration: no mail server is named there, so they lie in files."""

from __future__ import annotations

import email
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import default
from email.utils import parsedate_to_datetime
from pathlib import Path

from django.conf import settings
from django.utils import timezone

MOST = 50
BETWEEN = b"\n" + b"-" * 79 + b"\n"


@dataclass(frozen=True)
class KeptLetter:
    subject: str
    to: str
    at: datetime
    before: str
    link: str


def letters_are_shown() -> bool:
    """Whoever reads another's letters becomes the other, so they are shown where all people are invented, and nowhere else."""
    return bool(settings.GLOBA_IS_DEMONSTRATION) and not settings.EMAIL_HOST


def newest() -> list[KeptLetter]:
    folder = Path(settings.EMAIL_FILE_PATH)
    files = sorted(folder.glob("*.log"), reverse=True)[:MOST] if folder.is_dir() else []
    return sorted((letter for file in files for letter in _in(file)), key=lambda letter: letter.at, reverse=True)


def _in(file: Path) -> Iterator[KeptLetter]:
    for text in file.read_bytes().split(BETWEEN):
        if text.strip():
            yield _read(email.message_from_bytes(text, _class=EmailMessage, policy=default))


def _read(message: EmailMessage) -> KeptLetter:
    """Every letter of ours is a sentence, a link and who writes (globa.registry.letters)."""
    before, _between, rest = str(message.get_content()).partition("\n\n")
    at = parsedate_to_datetime(message["Date"])  # “-0000”, which Python reads without a zone
    at = timezone.localtime(at.replace(tzinfo=at.tzinfo or UTC))
    return KeptLetter(str(message["Subject"]), str(message["To"]), at, before, rest.partition("\n")[0])
