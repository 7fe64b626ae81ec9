"""One thing with two dates or addresses."""

from __future__ import annotations

import pytest

from globa.checker.rules import dates_and_addresses
from globa.checker.understanding import understand
from tests.checker.tables import document


def found(*texts: str) -> list[tuple[str, str, str]]:
    return [(one.rule, one.values["one"], one.values["other"]) for one in dates_and_addresses.find(understand(document(*texts)))]


def test_an_act_with_two_dates_is_told() -> None:
    said = found(
        "Patvirtinta tarybos 2022-02-24 sprendimu Nr. T-52.", "Pagal tarybos 2022 m. vasario 25 d. sprendimą Nr. T-52 etatų yra 50."
    )
    assert said == [("two-dates", "2022-02-24", "2022-02-25")]


def test_what_opened_once_opened_on_one_day() -> None:
    said = found("Centras „Žiburys“ atidarytas 2021-03-01.", "2021 m. kovo 10 d. atidarytas dienos centras „Žiburys“.")
    assert said == [("two-dates", "2021-03-01", "2021-03-10")]


def test_an_office_has_one_address() -> None:
    said = found("Centras „Žiburys“ įsikūręs Kalnų g. 5.", "Centro „Žiburys“ adresas – Kalnų g. 7.")
    assert said == [("two-addresses", "Kalnų g. 5", "Kalnų g. 7")]


def test_a_house_number_that_lost_its_dash_is_told() -> None:
    assert found("Licencija: Statybininkų g. 102, Alytus.", "Veikla vykdoma Statybininkų g.10-2, Alytus.") == [
        ("two-addresses", "Statybininkų g. 102", "Statybininkų g.10-2")
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ("Sprendimas Nr. T-52 priimtas 2022-02-24.", "Sprendimas Nr. T-53 priimtas 2022-02-25."),
        ("Licencija Nr. 000000903 išduota 2021-01-07.", "Licencija Nr. 000000903 patikslinta 2021-03-22."),
        ("Kalnų g. 61A, Alytus", "Kalnų g. 61 A, Alytus", "Statybininkų g. 23-18", "Statybininkų g. 25-48", "Saulėnų g. 6-5"),
        ("2023-05-01 vyko šventė „Šeima“ ir 2023-06-01 vyko mugė „Ruduo“.", "2023-09-01 vyko mugė „Ruduo“."),
    ],
)
def test_two_things_with_a_date_each_are_left_alone(texts: tuple[str, ...]) -> None:
    assert found(*texts) == []
