"""Used money beside planned money: the plan is always as wide as any other, and the bar below tells what became of it, source by source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from globa.web.pictures.measure import px

WIDTH, PLAN = 250.0, 100.0


@dataclass(frozen=True)
class Share:
    """The money of one source; `look` is its pattern, 1 to 6."""

    look: int
    amount: Decimal
    title: str = ""
    said: str = ""


@dataclass(frozen=True)
class Piece:
    x: str
    width: str
    look: int


@dataclass(frozen=True)
class Against:
    """`is_cut` says that more was used than there is room for; without a plan the used money is drawn as wide as a plan would be."""

    planned: tuple[Piece, ...]
    used: tuple[Piece, ...]
    plan_width: str
    used_width: str
    used_end: float
    is_cut: bool
    said: str

    @property
    def width(self) -> int:
        return int(WIDTH)

    @property
    def mark_x(self) -> str:
        return px(PLAN)


def against(planned: Sequence[Share], used: Sequence[Share]) -> Against:
    """Money that was taken back is not drawn."""
    plan, spent = _total(planned), _total(used)
    whole = float(plan or spent or 1)
    end = float(spent) * PLAN / whole
    left, right = _pieces(planned, whole), _pieces(used, whole)
    said = ", ".join(f"{share.title} {share.said}".strip() for share in used if share.amount > 0)
    return Against(left, right, px(PLAN if plan else 0.0), px(min(end, WIDTH)), end, end > WIDTH, said)


def _total(shares: Sequence[Share]) -> Decimal:
    return sum((max(Decimal(0), share.amount) for share in shares), Decimal(0))


def _pieces(shares: Sequence[Share], whole: float) -> tuple[Piece, ...]:
    """Each to scale and from where the one before ends; what lies beyond the picture is cut off there."""
    pieces, x = [], 0.0
    for share in shares:
        end = x + float(max(Decimal(0), share.amount)) * PLAN / whole
        if min(end, WIDTH) > x:
            pieces.append(Piece(px(x), px(min(end, WIDTH) - x), share.look))
        x = min(end, WIDTH)
    return tuple(pieces)
