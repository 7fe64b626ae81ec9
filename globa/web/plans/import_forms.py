"""What is typed while a plan's document becomes a plan: the file, the answer to a doubt, who a body is, what a result says."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from globa.documents.numbers import amount
from globa.documents.numbers.amount import Form
from globa.documents.numbers.comparators import Comparator
from globa.importers.checked_documents.documents import LARGEST, MEGABYTES
from globa.importers.checked_documents.refusals import TooLarge
from globa.importers.plans.decisions import Answer, Choice, How, ResultAnswer, choices
from globa.importers.plans.kept import FIRST_YEAR, LAST_YEAR
from globa.importers.plans.obstacles import Sentence, seems_obstacle
from globa.importers.plans.proposals import Proposal
from globa.importers.plans.understood import Doubt, Missing, Money, Problem
from globa.reports.writing.numbers import money as written
from globa.reports.writing.numbers import number
from globa.web.forms.day_field import DayField

MOST = Decimal("999999999999.99")
Choices = Iterable[tuple[str, str | Promise]]

WORDS: dict[Doubt, dict[Choice, str | Promise]] = {
    Doubt.NUMBER: {Choice.TYPE: _("Another amount"), Choice.LEAVE: _("No amount")},
    Doubt.CUT: {Choice.AS_READ: _("As it is read"), Choice.TYPE: _("Another amount"), Choice.LEAVE: _("No amount")},
    Doubt.TOTAL: {Choice.AS_READ: _("The amounts are right, the total is not"), Choice.TYPE: _("One of the amounts is wrong")},
    Doubt.PARTS: {Choice.AS_READ: _("The amount is right: leave its parts out")},
    Doubt.SOURCE: {Choice.TYPE: _("It is this source")},
    Doubt.DASH: {Choice.TYPE: _("An amount"), Choice.LEAVE: _("No amount")},
    Doubt.NO_SUM: {Choice.TYPE: _("An amount"), Choice.LEAVE: _("No amount")},
    Doubt.TOGETHER: {Choice.AS_READ: _("Lines of their own, as read"), Choice.JOIN: _("All of it is one line")},
    Doubt.HIDDEN: {Choice.AS_READ: _("It counts, as it is read"), Choice.OUT: _("Leave the row out")},
    Doubt.LOOK: {Choice.AS_READ: _("It is right")},
}
WHY_NOT: tuple[tuple[str, str | Promise], ...] = (
    ("", _("Choose why there is none")),
    (Missing.NONE, pgettext_lazy("money of a plan", "there was none")),
    (Missing.UNKNOWN, pgettext_lazy("money of a plan", "nobody knows how much")),
    (Missing.ELSEWHERE, pgettext_lazy("money of a plan", "it stands under another measure")),
    (Missing.IN_KIND, pgettext_lazy("money of a plan", "it was given in kind")),
)
MEANT: tuple[tuple[str, str | Promise], ...] = (
    (Comparator.EXACTLY, _("exactly")),
    (Comparator.ABOUT, _("about")),
    (Comparator.AT_LEAST, _("at least")),
    (Comparator.AT_MOST, _("at most")),
    (Comparator.MORE, _("more than")),
    (Comparator.LESS, _("less than")),
)


class BringForm(forms.Form):
    year = forms.IntegerField(
        label=_("Year of the plan"),
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={name: _("Write the year with four digits.") for name in ("required", "invalid", "min_value", "max_value")},
    )
    file = forms.FileField(
        label=_("The document"),
        error_messages={"required": _("Choose the file."), "empty": _("The file is empty. Choose another one.")},
    )

    def clean_file(self) -> UploadedFile:
        """Before it is read: a file that is too large stays on the disk where the server put it."""
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError(TooLarge(MEGABYTES).said(gettext))
        return file


def money_in(text: str) -> Decimal:
    """An amount as offices write it; what could mean two amounts is asked again."""
    reading = amount.read(text.strip())
    if reading is None or reading.doubtful or reading.precision_lost or reading.form in (Form.RANGE, Form.PAIR, Form.WORD):
        raise forms.ValidationError(_("Write the amount with its cents, such as 123 000,00."))
    if reading.value <= 0:
        raise forms.ValidationError(_("0 is not an amount. Say why there is none instead."))
    if reading.value > MOST or reading.decimals > 2 or reading.scale != 1:
        raise forms.ValidationError(_("Write the amount in euros and cents."))
    return reading.value.quantize(Decimal("0.01"))


class DoubtForm(forms.Form):
    """The fields that the doubt asks for, and no others. A draft of it is kept by its prefix."""

    choice = forms.ChoiceField(label=_("What is right?"), widget=forms.RadioSelect, error_messages={"required": _("Choose what is right.")})
    amount = forms.CharField(label=_("Amount, EUR"), max_length=40, required=False, widget=forms.TextInput({"inputmode": "decimal"}))
    part = forms.TypedChoiceField(label=_("Which amount"), coerce=int, empty_value=None, required=False)
    source = forms.ChoiceField(label=_("Source of money"), required=False)
    missing = forms.ChoiceField(label=_("Why there is none"), choices=WHY_NOT, required=False)
    alike = forms.BooleanField(label=_("Wherever the document says it so"), required=False)

    def __init__(self, data: Any, *, problem: Problem, money: Money, sources: Choices, answer: Answer | None, prefix: str) -> None:
        known = _known(answer) if answer else {}
        super().__init__(data, prefix=prefix, initial=known)
        self.problem = problem
        self._choices("choice", [(one, self._words(one)) for one in choices(problem)])
        self._choices("part", [("", _("Choose the amount")), *_parts(money)])
        self._choices("source", [("", _("Choose the source")), *sources])
        if len(choices(problem)) == 1:
            self.initial["choice"] = choices(problem)[0]
        for name in self._unasked():
            del self.fields[name]

    def _choices(self, name: str, offered: Choices) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(value), str(words)) for value, words in offered]

    def _words(self, one: Choice) -> str:
        if one == Choice.TAKE:
            return written(Decimal(self.problem.suggestion))
        return str(WORDS[self.problem.doubt][one])

    def _unasked(self) -> list[str]:
        doubt, offered = self.problem.doubt, choices(self.problem)
        asked = {
            "amount": Choice.TYPE in offered and doubt != Doubt.SOURCE,
            "part": doubt == Doubt.TOTAL,
            "source": doubt in (Doubt.SOURCE, Doubt.NO_SUM),
            "missing": Choice.LEAVE in offered,
            "alike": doubt == Doubt.SOURCE,
        }
        return [name for name, is_asked in asked.items() if not is_asked]

    @property
    def is_for_alike(self) -> bool:
        return bool(self.cleaned_data.get("alike"))

    @property
    def is_only_a_look(self) -> bool:
        return choices(self.problem) == (Choice.AS_READ,)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = self.cleaned_data
        choice = given.get("choice")
        if choice == Choice.TYPE:
            self._typed(given)
        if choice == Choice.LEAVE and not given.get("missing"):
            self.add_error("missing", gettext("Choose why there is none."))
        return given

    def _typed(self, given: dict[str, Any]) -> None:
        for name, sentence in (("part", gettext("Choose which amount is wrong.")), ("source", gettext("Choose the source of the money."))):
            if name in self.fields and given.get(name) in ("", None):
                self.add_error(name, sentence)
        if "amount" in self.fields:
            try:
                given["value"] = money_in(given.get("amount", ""))
            except forms.ValidationError as error:
                self.add_error("amount", error)

    def answer(self) -> Answer:
        """Only what belongs to the choice: what else was typed is of another one."""
        given = self.cleaned_data
        choice = Choice(given["choice"])
        if choice == Choice.TYPE:
            return Answer(choice, given.get("value"), given.get("source") or "", given.get("part"))
        return Answer(choice, missing=Missing(given["missing"]) if choice == Choice.LEAVE else None)


def _known(answer: Answer) -> dict[str, Any]:
    typed = "" if answer.amount is None else number(answer.amount, 2)
    return {"choice": answer.choice, "amount": typed, "source": answer.source, "part": answer.part, "missing": answer.missing or ""}


def _parts(money: Money) -> list[tuple[str, str]]:
    shown = ((at, one) for at, one in enumerate(money.amounts) if one.amount is not None)
    return [(str(at), " ".join(filter(None, (written(one.amount or 0), one.source, one.note)))) for at, one in shown]


class AcceptForm(forms.Form):
    """One press writes a draft; with the council's decision the plan is approved at once."""

    title = forms.CharField(
        label=pgettext_lazy("of a plan", "Title"), max_length=300, error_messages={"required": _("Write what the plan is called.")}
    )
    approved_on = DayField(label=_("Day of the council's decision"), required=False)
    decision_no = forms.CharField(label=_("Number of the decision"), max_length=40, required=False)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = self.cleaned_data
        day, number = given.get("approved_on"), given.get("decision_no", "").strip()
        if day and not number:
            self.add_error("decision_no", gettext("Write the number of the decision."))
        if number and not day and "approved_on" not in self.errors:
            self.add_error("approved_on", gettext("Write the day of the decision."))
        return given

    @property
    def is_approving(self) -> bool:
        """Whether something was typed of the decision."""
        return any(self[name].value() and any(self[name].value()) for name in ("approved_on", "decision_no"))


class UndoForm(forms.Form):
    reason = forms.CharField(
        label=_("Why it is taken back"),
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Write why it is taken back.")},
    )


class BodiesForm(forms.Form):
    """A list for each name as it is printed; empty is a name only."""

    def __init__(self, data: Any, *, names: list[str], organisations: Choices, initial: dict[str, str]) -> None:
        super().__init__(data, initial={f"body-{at}": initial.get(name, "") for at, name in enumerate(names)})
        self.names = names
        offered = [("", gettext("Only a name, as it is printed")), *((str(key), str(name)) for key, name in organisations)]
        for at, name in enumerate(names):
            self.fields[f"body-{at}"] = forms.ChoiceField(label=name, choices=offered, required=False)

    def answers(self) -> dict[str, str]:
        return {name: self.cleaned_data[f"body-{at}"] for at, name in enumerate(self.names)}


class ObstacleForm(forms.Form):
    """Whether a sentence tells what was achieved or what stood in the way; the likely one is told and not chosen."""

    tells = forms.ChoiceField(
        label=_("What the sentence tells"),
        widget=forms.RadioSelect,
        required=False,
        choices=[("result", _("A result")), ("obstacle", _("An obstacle"))],
    )

    def __init__(self, data: Any, *, sentence: Sentence, answer: bool | None) -> None:
        told = "" if answer is None else "obstacle" if answer else "result"
        super().__init__(data, prefix=f"o{sentence.key.replace('.', '-')}", initial={"tells": told})
        self.sentence, self.is_decided = sentence, answer is not None
        self.is_likely = seems_obstacle(sentence.text)

    @property
    def is_obstacle(self) -> bool | None:
        """None where nothing was chosen."""
        told = self.cleaned_data.get("tells")
        return told == "obstacle" if told else None


class ResultForm(forms.Form):
    """A result as it was understood, as a person says it is, or its sentence as it stands."""

    how = forms.ChoiceField(
        label=_("What to take over"),
        widget=forms.RadioSelect,
        required=False,
        choices=[(How.CONFIRM, _("It is right")), (How.CORRECT, _("As I correct it")), (How.TEXT, _("Only the text"))],
    )
    comparator = forms.ChoiceField(label=_("Meant as"), choices=MEANT, required=False)
    quantity = forms.CharField(label=_("Number"), max_length=20, required=False, widget=forms.TextInput({"inputmode": "decimal"}))
    until = forms.CharField(label=_("Up to, of a range"), max_length=20, required=False, widget=forms.TextInput({"inputmode": "decimal"}))
    unit = forms.CharField(label=_("Of what"), max_length=60, required=False)
    population = forms.CharField(label=_("Of whom"), max_length=200, required=False)

    def __init__(self, data: Any, *, proposal: Proposal, answer: ResultAnswer | None, prefix: str) -> None:
        super().__init__(data, prefix=prefix, initial=_corrected(proposal, answer))

    def clean(self) -> dict[str, Any]:
        """Of a result that is not corrected nothing is asked, whatever stands in its boxes."""
        given: dict[str, Any] = self.cleaned_data
        if given.get("how") != How.CORRECT:
            return given
        for name in ("quantity", "until"):
            given[name] = self._number(name, is_needed=name == "quantity")
        if given["quantity"] is not None and given["until"] is not None and given["until"] <= given["quantity"]:
            self.add_error("until", gettext("The end of a range is more than its beginning."))
        if not given.get("unit", "").strip():
            self.add_error("unit", gettext("Say of what: children, families, times, hours."))
        return given

    def _number(self, name: str, *, is_needed: bool) -> Decimal | None:
        text = "".join(self.cleaned_data.get(name, "").split()).replace(",", ".")
        if not text and not is_needed:
            return None
        try:
            value = Decimal(text)
        except InvalidOperation:
            value = Decimal(-1)
        if not value.is_finite() or not 0 <= value <= MOST:
            self.add_error(name, gettext("Write a number, such as 25."))
            return None
        return value

    def answer(self) -> ResultAnswer | None:
        """None where nothing was chosen."""
        given = self.cleaned_data
        if not given.get("how"):
            return None
        how = How(given["how"])
        if how != How.CORRECT:
            return ResultAnswer(how)
        unit, population = given["unit"].strip(), " ".join(given["population"].split())
        return ResultAnswer(how, Comparator(given["comparator"] or Comparator.EXACTLY), given["quantity"], given["until"], unit, population)


def _corrected(proposal: Proposal, answer: ResultAnswer | None) -> dict[str, Any]:
    is_corrected = answer is not None and answer.how == How.CORRECT
    shown: Any = answer if is_corrected else proposal
    population = answer.population if answer is not None and is_corrected else " ".join(proposal.population)
    return {
        "how": answer.how if answer else "",
        "comparator": shown.comparator,
        "quantity": "" if shown.quantity is None else number(shown.quantity),
        "until": "" if shown.until is None else number(shown.until),
        "unit": shown.unit,
        "population": population,
    }
