"""Up to which part an account has read what is new: until then a quiet word stands in the menu."""

from __future__ import annotations

from globa.registry.accounts.users import User


def read_news(*, user: User, newest: str) -> None:
    """It changes nothing that is kept of anybody, so it is no operation; opening the page again writes nothing."""
    if user.news_read != newest:
        user.news_read = newest
        user.save(update_fields=["news_read"])
