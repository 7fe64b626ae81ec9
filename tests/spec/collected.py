"""Every specification, by the code of its indicator."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from globa.indicators.sections import SECTIONS
from tests import spec
from tests.spec.language import SPECS, Spec


@cache
def all_specs() -> dict[str, Spec]:
    for section in SECTIONS:
        package = import_module(f"{spec.__name__}.{section.replace('-', '_')}")
        for module in pkgutil.iter_modules(package.__path__):
            import_module(f"{package.__name__}.{module.name}")
    return SPECS
