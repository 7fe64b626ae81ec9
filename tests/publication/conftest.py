from __future__ import annotations

from tests.fixtures import elsewhere, here, in_english, in_the_name_of, municipality

__all__ = ["elsewhere", "here", "in_english", "in_the_name_of", "municipality"]
