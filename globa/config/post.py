"""Where letters go: a mail server named by one address, else files."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

from globa.config.setting import Kind

EXAMPLE = "smtp://user:password@mail.example:587?tls=starttls&from=globa@centre.example"
PORTS = {"starttls": 587, "implicit": 465, "none": 25}
FROM = "globa@localhost"
SECONDS = 20


@dataclass(frozen=True)
class MailServer:
    """`tls` is `starttls` (asked for after the greeting), `implicit` (from the first byte) or `none`."""

    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    tls: str = "starttls"
    sender: str = FROM


def read(text: str) -> MailServer:
    """Read `smtp://` or `smtps://`; whoever sends a password in the clear is refused."""
    parts = urlsplit(text)
    asked = parse_qs(parts.query, strict_parsing=bool(parts.query))
    tls = asked.pop("tls", ["implicit" if parts.scheme == "smtps" else "starttls"])[-1]
    sender = asked.pop("from", [FROM])[-1]
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname or tls not in PORTS or asked or "@" not in sender:
        raise ValueError
    if tls == "none" and parts.password:
        raise ValueError
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return MailServer(parts.hostname, parts.port or PORTS[tls], user, password, tls, sender)


MAIL_SERVER = Kind(EXAMPLE, read)
