"""A composite foreign key as a model constraint: what a row points to must agree with it in a second column."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.backends.ddl_references import Statement, Table
from django.db.models.constraints import BaseConstraint
from django.utils.translation import gettext_lazy as _


class Same(BaseConstraint):
    """
    `Same("dwelling", "organisation")`: the dwelling's organisation is the row's own.

    The target needs a unique constraint over its key and the column (`unique_with`). With `theirs` the
    column has another name there. Empty pointers are not checked, as in any foreign key.
    """

    default_violation_error_message = _("This names a record that is not there, or not yours. Choose one from the list.")

    def __init__(self, pointer: str, column: str, *, name: str, theirs: str = "", violation_error_message: Any = None) -> None:
        super().__init__(name=name, violation_error_message=violation_error_message)
        self.pointer, self.column, self.theirs = pointer, column, theirs or column

    def _body(self, model: Any, editor: Any) -> str:
        pointer = model._meta.get_field(self.pointer)
        target = pointer.related_model
        quoted = editor.quote_name
        ours = f"{quoted(pointer.column)}, {quoted(model._meta.get_field(self.column).column)}"
        key = f"{quoted(target._meta.pk.column)}, {quoted(target._meta.get_field(self.theirs).column)}"
        return f"FOREIGN KEY ({ours}) REFERENCES {quoted(target._meta.db_table)} ({key})"

    def constraint_sql(self, model: Any, schema_editor: Any) -> str:
        return f"CONSTRAINT {schema_editor.quote_name(self.name)} {self._body(model, schema_editor)}"

    def create_sql(self, model: Any, schema_editor: Any) -> Any:
        return Statement(
            "ALTER TABLE %(table)s ADD " + self.constraint_sql(model, schema_editor).replace("%", "%%"),
            table=Table(model._meta.db_table, schema_editor.quote_name),
        )

    def remove_sql(self, model: Any, schema_editor: Any) -> Any:
        return schema_editor._delete_constraint_sql(schema_editor.sql_delete_constraint, model, self.name)

    def validate(self, model: Any, instance: Any, exclude: Any = None, using: str = "default") -> None:
        """Nothing here: the row it points to may be one that the writer cannot see. The database decides."""

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        path, _args, kwargs = super().deconstruct()
        return path, (self.pointer, self.column), {**kwargs, **({"theirs": self.theirs} if self.theirs != self.column else {})}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.deconstruct() == other.deconstruct()

    __hash__ = None  # type: ignore[assignment]


def unique_with(column: str, *, name: str) -> models.UniqueConstraint:
    """Let other rows point to this one together with a column of it."""
    return models.UniqueConstraint(fields=["id", column], name=name)
