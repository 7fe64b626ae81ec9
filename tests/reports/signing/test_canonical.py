"""A document is one text, and the text is that document again."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import ValidationError

from globa.reports.document import Block
from globa.reports.exports import sample
from globa.reports.signing.canonical import canonical, fingerprint, read

LONG_AGO = (Path(__file__).parent / "signed_long_ago.json").read_text().strip()
"""The canonical content of a report as it was signed, with every kind of block and of number in it. It is never made anew."""
BLOCKS = [block for section in read(LONG_AGO).sections for block in section.blocks]


def test_a_report_signed_long_ago_keeps_its_text_and_its_fingerprint() -> None:
    again = canonical(read(LONG_AGO))
    assert (again.decode(), fingerprint(again)) == (LONG_AGO, "f348e04da8941e57fd06e14a6ff5f6092fe646d8862f96f69083785c7727d9c6")


def test_every_kind_of_block_stands_in_it() -> None:
    assert {type(block) for block in BLOCKS} == set(Block.__args__)


def test_decimals_stay_decimals_and_whole_numbers_whole() -> None:
    (value,) = read(LONG_AGO).values.values()
    assert (str(value.value), type(value.of)) == ("33.3", int)


def test_the_sample_is_read_as_it_was_written() -> None:
    assert read(canonical(sample.document()).decode()) == sample.document()


@pytest.mark.parametrize("wrong", ["{}", '{"~":"Words","text":""}', LONG_AGO.replace('"key":"s"', '"clef":"s"')])
def test_what_is_no_document_is_not_read_as_one(wrong: str) -> None:
    with pytest.raises(ValidationError):
        read(wrong)
