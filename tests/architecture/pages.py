"""What can be told of a page without opening it: which addresses there are, who answers, and what its templates print."""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver

from globa.vocabulary.sensitivity import Sensitivity

TEMPLATES = Path(__file__).resolve().parents[2] / "globa" / "web" / "templates"
ORDER = ("S0", "S1", "S2", "S2P", "S2F", "S3", "S3C", "S3A")
PRINTED = re.compile(r"\{[{%][^}%]*?\.(\w+)")
INCLUDED = re.compile(r'\{% include "([^"]+)"')


def routes_of_the_resolver() -> dict[str, str]:
    """Each route with the module of its view; what has no name leads nowhere and is refused by the gate."""
    found: dict[str, str] = {}
    for one in _walked(get_resolver()):
        if one.name:
            found.setdefault(one.name, owner_of(one.callback))
    return found


def _walked(resolver: URLResolver) -> Iterator[URLPattern]:
    for one in resolver.url_patterns:
        if isinstance(one, URLPattern):
            yield one
        else:
            yield from _walked(one)


def owner_of(view: Callable[..., Any]) -> str:
    return str((getattr(view, "view_class", None) or view).__module__)


def views() -> dict[str, Callable[..., Any]]:
    return {one.name: one.callback for one in _walked(get_resolver()) if one.name}


def templates_of(view: Callable[..., Any]) -> set[str]:
    """Templates named by the view or by a function of the same module that it calls."""
    module = sys.modules[owner_of(view)]
    functions = {one.name: one for one in ast.parse(inspect.getsource(module)).body if isinstance(one, ast.FunctionDef)}
    todo, seen, named = [inspect.unwrap(view).__name__], set[str](), set[str]()
    while todo:
        name = todo.pop()
        if name in seen or name not in functions:
            continue
        seen.add(name)
        for node in ast.walk(functions[name]):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.endswith(".html"):
                named.add(node.value)
            if isinstance(node, ast.Name):
                todo.append(node.id)
    return named


def highest_printed(template: str) -> str:
    """The highest class of what the template prints and whose name belongs to fields of that class alone."""
    file = TEMPLATES / template
    text = file.read_text() if file.exists() else ""
    classes = [CLASS[name] for name in PRINTED.findall(text) if name in CLASS]
    return max([*classes, *(highest_printed(one) for one in INCLUDED.findall(text) if one != template), "S0"], key=ORDER.index)


def _classes() -> dict[str, str]:
    """Of a name that several models use, the lowest class; a name that is also something else's is left out."""
    found: dict[str, str] = {}
    for model in apps.get_models():
        declared: dict[str, Sensitivity] = getattr(model, "sensitivity", {}) or {}
        for name, said in declared.items():
            known = found.get(name)
            found[name] = min(known or said.name, said.name, key=ORDER.index)
    return {name: said for name, said in found.items() if said not in ("S0", "S1") and name not in AMBIGUOUS}


# Words that templates use for figures, periods and forms as well.
AMBIGUOUS = {
    *("name", "kind", "during", "person", "child", "level", "purpose", "basis", "id", "household", "sex", "code", "reason", "address"),
    *("content", "other", "script", "about", "bed", "stay", "evidence", "house", "sealed", "country", "review"),
}
CLASS = _classes()
