"""What the tried installation holds: a child with a personal code and a bed, a file, a report that was signed."""

from __future__ import annotations

from datetime import date

import django

django.setup()

from django.db import transaction

from globa.journal.operations import acting, operation
from globa.registry.files import keep
from globa.reports.document import Document, Paragraph, Passage, Section, Words
from globa.reports.keeping.reports import State, start
from globa.reports.signing.canonical import canonical, fingerprint
from globa.reports.signing.frozen import Signature, SignedContent
from globa.vocabulary.period import Period
from globa.vocabulary.sensitivity import Sensitivity
from tests import builders
from tests.builders import Place

CODE = "51203040001"


class Form:
    code, version = "activity", 1

    def passages(self) -> dict[str, str]:
        return {}


def plant() -> None:
    here = builders.place("here", initials="HE")
    with acting(here.worker):
        builders.stay(here, builders.child(here, born=date(2012, 3, 4), personal_code=CODE))
        keep(
            organisation=here.organisation,
            name="act.pdf",
            media_type="application/pdf",
            content=b"act" * 999,
            sensitivity=Sensitivity.S2,
            by=here.worker,
        )
        for year in (2021, 2022, 2023):
            sign(here, year)


def sign(here: Place, year: int) -> None:
    """Frozen as a signature does it; which figures stand in it is not what is tried."""
    report = start(organisation=here.organisation, form=Form(), period=Period.year(year), by=here.worker)  # type: ignore[arg-type]
    passage = Passage("words", (Paragraph((Words(f"Metai: {year}, žodžiai ąčęėįšųūž."),)),))
    sections = (Section("words", "1", "Words", (passage,)),)
    text = canonical(Document("activity", 1, f"Report {year}", str(here.organisation.pk), "Here", str(year), "lt", sections, {}))
    own = {"organisation_id": here.organisation.pk, "report": report}
    with operation("reports.sign", by=here.worker, about=report):
        SignedContent.objects.create(**own, document=text.decode(), fingerprint=fingerprint(text), catalogue="0")
        Signature.objects.create(**own, user=here.worker, name="Here", post="director", fingerprint=fingerprint(text))
        report.state = State.SIGNED
        report.save(update_fields=["state"])


if __name__ == "__main__":
    with transaction.atomic():
        plant()
