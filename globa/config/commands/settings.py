"""Every setting: what is given, what holds otherwise, and what it means."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any

from globa.config import declared, faults, printing
from globa.config.commands.arguments import Arguments
from globa.config.language import translator
from globa.config.setting import Setting


def main(arguments: Sequence[str]) -> int:
    """List them even while they are wrong: whoever mends them needs the list."""
    parser = Arguments("settings", __doc__ or "")
    parser.add_json()
    asked = parser.parse_args(arguments)
    translate = translator()
    printing.result([_row(setting, translate) for setting in declared.SETTINGS.values()], as_json=asked.as_json)
    faults.refuse()
    return 0


def _row(setting: Setting[Any], translate: Callable[[str], str]) -> dict[str, str]:
    return {
        "setting": setting.name,
        "given": setting.shown(os.environ),
        "default": translate(setting.otherwise) if setting.otherwise else "",
        "meaning": translate(setting.meaning),
    }
