"""What a file of the accounting program holds, as JSON for programs and in lines for people. Amounts are decimal strings in euros."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from globa.importers.ledger.read_amounts import ReadAmount, ReadLedger, Sum
from globa.vocabulary.words import message as _

if TYPE_CHECKING:
    from globa.importers.ledger.proposing import Proposed

Translate = Callable[[str], str]
NOTHING_WRITTEN = _("Nothing was written.")
BOOKED = _("Booked; it is taken back as a whole on the page of the file.")
SHAPES = {"list": _("a list of entries"), "table": _("a table of the budget")}
CUT = _("cut, at most %(cut)s more")
QUESTION = _("? %(key)s: %(text)s – %(said)s")
LIKELY = _("likely: %(likely)s")
WRONG = _("! %(cell)s states %(stated)s, its cells make %(counted)s")


def read_as_json(read: ReadLedger) -> dict[str, Any]:
    """As it stands in the file; what it means is not asked."""
    return {
        "shape": str(read.shape), "year": read.year, "basis": read.basis, "amounts": [_amount(one) for one in read.amounts],
        "totals": [{"cell": one.cell} | _sum(one.sum) for one in read.totals], "unread": list(read.unread),
    }  # fmt: skip


def proposed_as_json(read: ReadLedger, made: Proposed) -> dict[str, Any]:
    """With what would be booked, what is asked first, and the sums that the file states."""
    entries = [
        {
            "cell": one.cell, "day": one.booked_on, "basis": str(one.basis), "item": one.item.code if one.item else None,
            "source": one.source.code, "line": one.line.measure.no if one.line else None, "amount": _euros(one.amount),
            "cut": _euros(one.cut),
        }
        for one in made.entries
    ]  # fmt: skip
    questions = [
        {
            "key": one.key, "about": one.about, "text": str(one.text), "said": str(one.said), "cells": one.cells,
            "choices": {value: str(text) for value, text in one.choices}, "likely": one.likely, "answer": one.answer, "open": one.is_open,
        }
        for one in made.doubts
    ]  # fmt: skip
    checks = [
        {"cell": one.cell, "stated": _euros(one.stated), "counted": _euros(one.counted), "agrees": one.agrees} for one in made.checks
    ]  # fmt: skip
    return read_as_json(read) | {
        "entries": entries, "questions": questions, "checks": checks, "inside": list(made.inside), "total": _euros(made.total),
        "cut": _euros(made.cut), "without_line": _euros(made.without_line),
    }  # fmt: skip


def lines(told: Mapping[str, Any], translate: Translate = str) -> Iterator[str]:
    yield ", ".join(str(part) for part in (translate(SHAPES[told["shape"]]), told["year"], told["basis"]) if part)
    for one in told.get("entries", told["amounts"]):
        words = [one["cell"], one["item"], one["source"], one.get("programme"), one.get("project"), one.get("centre"), one.get("line")]
        cut = f" ({translate(CUT) % one})" if one["cut"] != "0.00" else ""
        yield f"  {one['amount']:>14}{cut}  {'  '.join(str(word) for word in words if word)}"
    for one in told.get("checks", ()):
        if not one["agrees"]:
            yield translate(WRONG) % one
    for one in told.get("questions", ()):
        if one["open"]:
            yield translate(QUESTION) % one + (f" ({translate(LIKELY) % one})" if one["likely"] else "")
    yield translate(BOOKED if told.get("accepted") else NOTHING_WRITTEN)


def _amount(one: ReadAmount) -> dict[str, Any]:
    told = {"cell": one.cell, **_sum(one.sum), "text": one.sum.text, "flaw": str(one.sum.flaw)}
    names = ("item", "item_name", "source", "source_name", "day", "programme", "project", "centre", "basis", "document", "about")
    return told | {name: getattr(one, name) for name in names}


def _sum(found: Sum) -> dict[str, str]:
    return {"amount": _euros(found.value), "cut": _euros(found.slack)}


def _euros(value: Any) -> str:
    return f"{value:.2f}"
