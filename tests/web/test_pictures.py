"""Pictures say no more and no less than their tables."""

from __future__ import annotations

from datetime import date

from django.utils import translation

from globa.vocabulary.period import Period
from globa.web.numbers import Number, State
from globa.web.pictures.bars import Column, bars
from globa.web.pictures.beds import Bed, bed_year
from globa.web.pictures.parts import HIDDEN, Part, whole
from globa.web.pictures.timeline import Lane, Span, timeline
from globa.web.templatetags.pictures import timeline as drawn

UNKNOWN = Number(None, state=State.NOT_RECORDED)


def test_an_unknown_year_is_a_gap_and_never_a_column_of_no_height() -> None:
    picture = bars([Column("2022", UNKNOWN), Column("2023", Number(10))], width=640)
    assert [bar.is_known for bar in picture.bars] == [False, True]
    assert picture.bars[0].shown == "?"


def test_columns_begin_at_zero() -> None:
    picture = bars([Column("a", Number(50)), Column("b", Number(100))], width=640)
    assert [bar.height for bar in picture.bars] == ["56.0", "112.0"]


def test_labels_that_do_not_all_fit_are_all_shortened() -> None:
    columns = [Column(name, Number(1), name[0]) for name in ("saus.", "gruod.")] * 6
    assert {bar.label for bar in bars(columns, width=324).bars} == {"s", "g"}


def test_the_size_of_a_hidden_part_cannot_be_read_off_the_picture() -> None:
    small = whole([Part("a", Number(90)), Part("b", Number(None, state=State.HIDDEN))], 300)
    large = whole([Part("a", Number(10)), Part("b", Number(None, state=State.HIDDEN))], 300)
    assert small.segments[1].fill == HIDDEN
    assert small.segments[1] == large.segments[1]


def test_a_bed_left_on_a_day_is_free_from_that_day() -> None:
    stays = [Span("Rokas", date(2023, 1, 1), date(2023, 7, 2)), Span("Ignas", date(2023, 7, 2))]
    first, second = bed_year([Bed("1-1", stays)], Period.year(2023), 764).lanes[0].stays
    assert float(first.x) + float(first.width) == float(second.x)


def test_a_stay_outside_the_year_is_not_drawn() -> None:
    stays = [Span("Rokas", date(2021, 1, 1), date(2023, 1, 1)), Span("Ignas", date(2024, 1, 1))]
    assert bed_year([Bed("1-1", stays)], Period.year(2023), 764).lanes[0].stays == ()


def test_a_name_that_does_not_fit_is_left_to_the_table() -> None:
    spans = [Span("Konstancija", date(2020, 1, 1), date(2020, 1, 9)), Span("Girios namai", date(2020, 1, 9))]
    boxes = timeline([Lane("Kur gyvena", "", spans)], date(2024, 1, 15), 1080).lanes[0].boxes
    assert [box.title for box in boxes] == ["", "Girios namai"]


def test_a_name_in_the_spoken_picture_keeps_its_capitals() -> None:
    lane = Lane("Where lives", "", [Span("Irena Motiejūnienė", date(2023, 1, 1))])
    with translation.override("en"):
        assert "Irena Motiejūnienė since 2023-01-01" in drawn([lane], date(2024, 1, 1), "The way")["said"]
