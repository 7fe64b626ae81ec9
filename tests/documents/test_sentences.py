"""Where a sentence ends, and where a full stop ends nothing."""

from __future__ import annotations

import pytest

from globa.documents.document import Document, Paragraph, Place
from globa.documents.sentences import sentences, split


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Gyveno 25 vaikai. Išvyko 3.", ["Gyveno 25 vaikai.", "Išvyko 3."]),
        (
            "2023 m. Visagine įvyko mugė, Nr. T-149, Kalnų g. 61 A, V. Pavyzdys.",
            ["2023 m. Visagine įvyko mugė, Nr. T-149, Kalnų g. 61 A, V. Pavyzdys."],
        ),
        ("Grupės – 25 asm. Konsultacijos – 37 asm.", ["Grupės – 25 asm.", "Konsultacijos – 37 asm."]),
        ("Dalyvavo 26 asm. 262 val.", ["Dalyvavo 26 asm. 262 val."]),
        ("Vykdyta:\n• mokymai;\n• „Šeimos“ diena", ["Vykdyta:", "• mokymai;", "• „Šeimos“ diena"]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, pieces: list[str]) -> None:
    assert [one for _start, one in split(text)] == pieces


def test_each_sentence_has_its_place() -> None:
    found = list(sentences(Document("txt", (Paragraph("Vienas. Du.", Place(paragraph=4)),))))
    assert [(one.text, one.place.paragraph, one.place.sentence, one.start) for one in found] == [("Vienas.", 4, 1, 0), ("Du.", 4, 2, 8)]
