"""What an accounting program says of an amount, by which its line is known; and whose line an amount may name."""

from __future__ import annotations

from dataclasses import astuple, dataclass

NOT_OF_ITS_MUNICIPALITY = "NEW.line_id IS NOT NULL AND NOT globa_is_line_of(NEW.organisation_id, NEW.line_id)"
"""Of a row of an institution's or a municipality's ledger: the line stands in somebody else's plan."""
NOT_OF_ITS_YEAR = "NOT globa_is_line_of_year(NEW.line_id, NEW.year)"
"""An institution sees no plan, so the database looks there for it."""


@dataclass(frozen=True)
class Said:
    """What the accounting program says of an amount: the treasury's code, programme, item, project and cost centre. Empty says nothing."""

    code: str = ""
    programme: str = ""
    item: str = ""
    project: str = ""
    centre: str = ""

    @property
    def weight(self) -> int:
        return sum(bool(word) for word in astuple(self))

    def fits(self, other: Said) -> bool:
        """Whether the other says everything that is said here; capitals do not matter."""
        return all(not mine or mine.casefold() == theirs.casefold() for mine, theirs in zip(astuple(self), astuple(other), strict=True))
