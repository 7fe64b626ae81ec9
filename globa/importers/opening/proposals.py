"""What would be recorded of each row, with what is wrong at its cell. Nothing is written here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from globa.care.dwellings import Bed, Dwelling
from globa.importers.opening import words
from globa.importers.opening.homes import Homes
from globa.importers.opening.reading import ReadRow
from globa.registry import personal_codes
from globa.registry.organisations import Organisation, OrganisationKind
from globa.registry.people import Person, Precision, Sex
from globa.registry.personal_codes import CodeDisagrees, WrongPersonalCode
from globa.vocabulary.refusal import Refusal


@dataclass(frozen=True)
class Problem:
    """`role` is the column whose cell it is about."""

    role: str
    said: str


@dataclass
class Proposal:
    """`likely` is somebody in the files who seems to be this child; `is_kept` tells of a file that is not opened to the reader."""

    row: ReadRow
    given_name: str = ""
    family_name: str = ""
    sex: str = Sex.UNKNOWN
    birth_date: date | None = None
    personal_code: str = ""
    dwelling: Dwelling | None = None
    bed: Bed | None = None
    since: date | None = None
    origin: str = ""
    municipality: Organisation | None = None
    likely: Person | None = None
    problems: list[Problem] = field(default_factory=list)

    @property
    def line(self) -> int:
        return self.row.line

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def is_good(self) -> bool:
        return not self.problems

    def wrong(self, role: str, said: str) -> None:
        self.problems.append(Problem(role, said))

    def details(self) -> dict[str, object]:
        """As `register` wants them."""
        return {
            "given_name": self.given_name, "family_name": self.family_name, "sex": self.sex, "birth_date": self.birth_date,
            "birth_precision": Precision.DAY, "personal_code": self.personal_code,
        }  # fmt: skip


class Understanding:
    """Rows of one table for one centre on its day of beginning; as many queries for a long table as for a short one."""

    def __init__(self, organisation: Organisation, on: date) -> None:
        self.on = on
        self.homes = Homes(organisation)
        self.municipalities = {one.code: one for one in Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY)}

    def of(self, rows: Sequence[ReadRow]) -> list[Proposal]:
        return [self._proposal(row) for row in rows]

    def _proposal(self, row: ReadRow) -> Proposal:
        made = Proposal(row)
        for read in (self._name, self._code, self._birth, self._sex, self._since, self._home, self._origin, self._municipality):
            read(made)
        self._agrees(made)
        return made

    def _name(self, made: Proposal) -> None:
        made.given_name, made.family_name = made.row["given_name"], made.row["family_name"]
        if not made.given_name and not made.family_name:
            *given, family = made.row["name"].replace(",", " ").split() or [""]
            made.given_name, made.family_name = " ".join(given), family
        if not made.name:
            made.wrong("family_name", _("Write at least one name."))
        if max(len(made.given_name), len(made.family_name)) > 100:
            made.wrong("family_name", _("The name is longer than 100 letters. Look whether something else stands there."))

    def _code(self, made: Proposal) -> None:
        if not (text := "".join(made.row["personal_code"].split())):
            return
        try:
            made.personal_code = personal_codes.cleaned(text)
        except WrongPersonalCode as refusal:
            made.wrong("personal_code", said(refusal))

    def _birth(self, made: Proposal) -> None:
        text = made.row["birth_date"]
        made.birth_date = words.day_in(text)
        if text and made.birth_date is None:
            made.wrong("birth_date", not_a_day(text))
        elif not text and made.personal_code:
            made.birth_date = personal_codes.birth_date_in(made.personal_code)

    def _sex(self, made: Proposal) -> None:
        text, from_code = made.row["sex"], personal_codes.sex_in(made.personal_code) if made.personal_code else Sex.UNKNOWN
        made.sex = words.sex_in(text) or from_code
        if text and made.sex == Sex.UNKNOWN:
            made.wrong("sex", _("“%(text)s” may be read in two ways. Write the whole word: boy or girl.") % {"text": text})

    def _since(self, made: Proposal) -> None:
        text = made.row["since"]
        made.since = words.day_in(text)
        if not text:
            made.wrong("since", _("Write since when the child lives there: days in care are counted from it."))
        elif made.since is None:
            made.wrong("since", not_a_day(text))
        elif made.since > self.on:
            made.wrong("since", _("The child came after the day of the table. Admit the child on the child's own page."))

    def _home(self, made: Proposal) -> None:
        text = made.row["home"]
        made.dwelling = self.homes.named(text) if text else None
        if not text:
            made.wrong("home", _("Write in which home the child lives."))
        elif made.dwelling is None:
            made.wrong("home", _("There is no home “%(text)s”. Write the name as it stands under Homes.") % {"text": text})
        elif made.since and made.since not in made.dwelling.during:
            made.wrong("since", _("In the records the home does not work on that day. Compare the day with the page of the home."))

    def take_beds(self, proposals: Sequence[Proposal]) -> None:
        """Beds that are named first, so that nobody is given another's; of rows that could not be recorded none."""
        for made in sorted(proposals, key=lambda one: not one.row["bed"]):
            if made.is_good and made.dwelling and made.since and self.homes.counts_beds(made.dwelling):
                self._bed(made, made.dwelling, made.since)

    def _bed(self, made: Proposal, dwelling: Dwelling, since: date) -> None:
        text = made.row["bed"]
        made.bed = self.homes.take(dwelling, text, since)
        if made.bed:
            return
        if not text:
            made.wrong("home", _("The home has no free bed from that day on. Look how many beds it has, and since when they stand there."))
        elif self.homes.has_bed(dwelling, text):
            made.wrong("bed", _("This bed is not free on that day. Choose another, or leave the cell empty for the first free one."))
        else:
            made.wrong("bed", _("The home has no bed “%(text)s”. Leave the cell empty for the first free one.") % {"text": text})

    def _origin(self, made: Proposal) -> None:
        text = made.row["origin"]
        found = words.origin_in(text) if text else None
        made.origin = found or ""
        if not text:
            made.wrong("origin", _("Write from where the child came, for example “from parents”, or “other”."))
        elif found is None:
            made.wrong("origin", _("“%(text)s” is not in the list. Write for example “from parents”, or “other”.") % {"text": text})

    def _municipality(self, made: Proposal) -> None:
        text = made.row["municipality"]
        made.municipality = self.municipalities.get(words.municipality_in(text) or "") if text else None
        if text and made.municipality is None:
            made.wrong("municipality", _("There is no municipality “%(text)s”. Write its name in full.") % {"text": text})

    def _agrees(self, made: Proposal) -> None:
        """What each cell says by itself may still not go together."""
        if made.birth_date and made.birth_date > self.on:
            made.wrong("birth_date", _("The child was born after the day of the table. Compare it with the document."))
        elif made.birth_date and made.since and made.birth_date > made.since:
            made.wrong("since", _("The stay begins before the child was born. Compare the day with the date of birth."))
        if made.personal_code and not _is_of(made.personal_code, made):
            made.wrong("personal_code", said(CodeDisagrees()))


def _is_of(code: str, made: Proposal) -> bool:
    sex = personal_codes.sex_in(code)
    return made.birth_date in (None, personal_codes.birth_date_in(code)) and (sex == Sex.UNKNOWN or made.sex in (sex, Sex.UNKNOWN))


def not_a_day(text: str) -> str:
    return _("“%(text)s” is not a day. Write the year, the month and the day: 2024-01-15.") % {"text": text}


def said(refusal: Refusal) -> str:
    return refusal.said(_)
