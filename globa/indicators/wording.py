"""The rows of a declaration in words, for the page that explains a figure: "setting = community_home"."""

from __future__ import annotations

import ibis.expr.operations as ops
import ibis.expr.types as ir

from globa.indicators.checks import predicates

SIGNS: dict[type[ops.Node], str] = {
    ops.Equals: "=", ops.NotEquals: "≠", ops.Less: "<", ops.LessEqual: "≤", ops.Greater: ">", ops.GreaterEqual: "≥",
}  # fmt: skip


def rows_said(rows: ir.Table) -> tuple[str, ...]:
    """One sentence a condition; all of them hold."""
    return tuple(_said(predicate) for predicate in predicates(rows))


def _said(node: ops.Node) -> str:
    if isinstance(node, ops.Field):
        return node.name
    if isinstance(node, ops.Literal):
        return str(node.value) or "(empty)"
    if type(node) in SIGNS:
        return f"{_said(node.left)} {SIGNS[type(node)]} {_said(node.right)}"
    if isinstance(node, ops.InValues):
        return f"{_said(node.value)} = {' or '.join(map(_said, node.options))}"
    if isinstance(node, ops.And | ops.Or):
        word = "and" if isinstance(node, ops.And) else "or"
        return f"({_said(node.left)} {word} {_said(node.right)})"
    if isinstance(node, ops.Not):
        return f"not {_said(node.arg)}"
    if isinstance(node, ops.IsNull):
        return f"{_said(node.arg)} is empty"
    if isinstance(node, ops.NotNull):
        return f"{_said(node.arg)} is not empty"
    return f"{type(node).__name__}({', '.join(_said(arg) for arg in node.args if isinstance(arg, ops.Node))})"
