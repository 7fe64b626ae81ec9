"""With which texts a new report of the organisation begins."""

from __future__ import annotations

from datetime import timedelta

import pytest

from globa.indicators.refusals import UnknownIndicator
from globa.reports.document import Passage
from globa.reports.exports.reported import Reported, current, reported
from globa.reports.forms import read
from globa.reports.keeping.reports import Report, start, take_back, write
from globa.reports.keeping.standing import AlreadyWithdrawn, NoSuchPlace, StandingText, keep_standing, withdraw
from globa.vocabulary.calendar import today
from globa.vocabulary.period import Period
from tests.builders import Place
from tests.refusing import Case, again, change, is_refused

FORM = read("activity", 2023)
CARRIES, ANEW = "institution.vision", "homes.children"
"""A text that is kept from year to year, and one that is written each year."""


def keep(at: Place, text: str, place: str = CARRIES) -> StandingText:
    return keep_standing(organisation=at.organisation, form=FORM, place=place, text=text, by=at.worker)


def begun(at: Place, year: int = 2023) -> Report:
    return start(organisation=at.organisation, form=read("activity", year), period=Period.year(year), by=at.worker)


def says(report: Report, place: str = CARRIES) -> str:
    return source(reported(report), place)


def source(reported: Reported, place: str = CARRIES) -> str:
    blocks = [block for _section, block in reported.document.blocks() if isinstance(block, Passage)]
    return next(block.source for block in blocks if block.key == place)


def aged(standing: StandingText, days: int) -> None:
    """As if it had been written so many days ago."""
    standing.during = (today() - timedelta(days), standing.during.upper)
    standing.save()


def test_a_new_report_begins_with_the_standing_text(here: Place) -> None:
    keep(here, "Kiekvienas vaikas turi namus.", ANEW)
    assert says(begun(here), ANEW) == "Kiekvienas vaikas turi namus."


def test_what_somebody_wrote_stands_before_it_and_it_before_last_years(here: Place) -> None:
    write(report=begun(here, 2022), place=CARRIES, text="Pernai.", by=here.worker)
    keep(here, "Visada.")
    report = begun(here)
    assert says(report) == "Visada."
    write(report=report, place=CARRIES, text="Šiemet.", by=here.worker)
    assert says(report) == "Šiemet."


def test_without_one_last_years_text_and_then_the_forms_own_stand(here: Place) -> None:
    assert says(begun(here, 2022)) == FORM.passages()[CARRIES].text.lt
    write(report=Report.objects.get(), place=CARRIES, text="Pernai.", by=here.worker)
    assert says(begun(here)) == "Pernai."


def test_a_report_that_is_being_written_keeps_its_words(here: Place) -> None:
    keep(here, "Viena.")
    report = begun(here)
    keep(here, "Kita.")
    assert (says(report), says(begun(here, 2024))) == ("Viena.", "Kita.")


def test_the_forms_own_text_is_taken_back_as_before(here: Place) -> None:
    keep(here, "Visada.")
    report = begun(here)
    take_back(report=report, place=CARRIES, by=here.worker)
    assert says(report) == FORM.passages()[CARRIES].text.lt


def test_a_report_that_nobody_started_is_drawn_with_it(here: Place) -> None:
    keep(here, "Visada.")
    assert source(current("activity", here.organisation, Period.year(2023))) == "Visada."


def test_another_organisation_begins_with_its_own(here: Place, elsewhere: Place) -> None:
    keep(here, "Visada.")
    assert not StandingText.objects.of(elsewhere.organisation, "activity").exists()


def test_a_new_wording_ends_the_one_before_on_that_day(here: Place) -> None:
    aged(keep(here, "Viena."), 5)
    keep(here, "Kita.")
    rows = StandingText.objects.order_by("during").values_list("text", "during__startswith", "during__endswith")
    assert list(rows) == [("Viena.", today() - timedelta(5), today()), ("Kita.", today(), None)]


def test_a_wording_of_the_same_day_takes_the_place_of_the_first(here: Place) -> None:
    first = keep(here, "Viena.")
    assert (keep(here, "Kita.").pk, StandingText.objects.in_force().by_place()) == (first.pk, {CARRIES: "Kita."})


@pytest.mark.parametrize("days", [0, 5])
def test_what_is_withdrawn_begins_no_report_also_on_its_first_day(here: Place, days: int) -> None:
    standing = keep(here, "Visada.")
    aged(standing, days)
    standing.refresh_from_db()
    withdraw(standing=standing, reason="Order 12", by=here.worker)
    assert says(begun(here)) == FORM.passages()[CARRIES].text.lt
    with pytest.raises(AlreadyWithdrawn):
        withdraw(standing=standing, reason="Again", by=here.worker)


def test_after_a_withdrawal_of_the_same_day_another_text_may_be_kept(here: Place) -> None:
    withdraw(standing=keep(here, "Viena."), reason="A slip", by=here.worker)
    keep(here, "Kita.")
    assert StandingText.objects.in_force().by_place() == {CARRIES: "Kita."}


def test_a_wrong_figure_and_a_wrong_place_are_refused(here: Place) -> None:
    with pytest.raises(UnknownIndicator, match=r"homes\.arivals"):
        keep(here, "Atvyko {homes.arivals}.")
    with pytest.raises(NoSuchPlace, match="nowhere"):
        keep(here, "Visada.", "nowhere")
    assert not StandingText.objects.exists()


CASES: dict[str, Case] = {
    "one_standing_text_a_place_a_day": lambda at: again(keep(at, "Visada.")),
    "standing_text_begins_on_a_day": lambda at: change(keep(at, "Visada."), during=(None, None)),
    "standing_text_says_something": lambda at: keep(at, "  "),
}


@pytest.mark.parametrize(("name", "case"), CASES.items())
def test_it_is_refused_with_its_sentence(name: str, case: Case, here: Place) -> None:
    is_refused(name, case, here)
