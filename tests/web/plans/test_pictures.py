"""The pictures of a plan: as wide as the money, and readable where it is little."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

import pytest

from globa.web.pictures.against import Share, against
from globa.web.pictures.flows import End, Flows, flows

SOURCES = [
    End("SAV", "Municipal budget", "545 309", look=1),
    End("VB", "State budget", "508 774", look=2),
    End("KITI", "Other", "1", look=6),
]
PARTS = [End("1.1", "Protect the rights of the child", "133 273,00", no="1.1"), End("1.2", "Give services", "920 811,00", no="1.2")]
AMOUNTS = {
    ("SAV", "1.1"): Decimal("133273.00"), ("SAV", "1.2"): Decimal("412036.00"), ("VB", "1.2"): Decimal("508774.00"),
    ("KITI", "1.2"): Decimal("0.01"),
}  # fmt: skip


def drawn(width: int = 1080) -> Flows:
    return flows(SOURCES, PARTS, AMOUNTS, width)


def test_a_band_is_as_wide_as_its_money_however_little_it_is() -> None:
    widths = [band.width for band in drawn().bands]
    scale = widths[0] / 133273.00
    assert widths == [pytest.approx(float(amount) * scale) for amount in AMOUNTS.values()]
    assert sum(widths) == pytest.approx(200)


@pytest.mark.parametrize("width", [1080, 324])
def test_no_two_labels_lie_over_each_other(width: int) -> None:
    many = [End(str(number), "Source of little", "1", look=1) for number in range(12)]
    picture = flows(many, PARTS, {(end.key, "1.1"): Decimal(1) for end in many} | {("0", "1.2"): Decimal(1_000_000)}, width)
    places = [float(node.text_y) for node in picture.sources]
    assert all(below - above >= (34 if width == 324 else 18) for above, below in pairwise(places))
    assert places[-1] < float(picture.height)


def test_bands_of_one_source_lie_one_below_the_other() -> None:
    starts = [float(re.findall(r"[\d.]+", band.path)[1]) for band in drawn().bands[:2]]
    assert starts[1] - starts[0] == pytest.approx(drawn().bands[0].width, abs=0.01)


def test_a_long_title_is_cut_after_three_lines_and_told_whole_to_the_ear() -> None:
    long = End("1", "Guarantee social services " * 9, "1,00", no="1.1")
    node = flows(SOURCES[:1], [long], {("SAV", "1"): Decimal(1)}, 1080).parts[0]
    assert len(node.lines) == 3
    assert node.lines[2].endswith("…")
    assert long.title in node.name


def test_nothing_used_draws_no_band() -> None:
    assert flows(SOURCES, PARTS, {}, 1080).bands == ()


def test_the_plan_is_always_a_hundred_and_what_was_used_beside_it() -> None:
    planned = [Share(1, Decimal("44200")), Share(3, Decimal("139177.44"))]
    picture = against(planned, [Share(1, Decimal("73755")), Share(3, Decimal("22934"))])
    assert [piece.width for piece in picture.planned] == ["24.1", "75.9"]
    assert [piece.x for piece in picture.used] == ["0.0", "40.2"]
    assert (picture.plan_width, picture.used_width) == ("100.0", "52.7")


def test_what_was_used_beyond_the_picture_is_cut_off_and_said() -> None:
    picture = against([Share(1, Decimal(10))], [Share(1, Decimal(20)), Share(2, Decimal(30))])
    assert [(piece.x, piece.width) for piece in picture.used] == [("0.0", "200.0"), ("200.0", "50.0")]
    assert picture.is_cut


def test_without_a_plan_there_is_no_plan_to_compare_with() -> None:
    assert against([], [Share(1, Decimal(5))]).plan_width == "0.0"
