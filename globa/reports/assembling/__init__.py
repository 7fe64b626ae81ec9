"""
A form, an organisation and a period become a document: everything is counted at once, and each number stands in its place.

One statement a fact table counts the figures and their parts, of all years; the names of parts are one query a
dimension. Texts that nobody wrote yet are the form's own, those that carry over are last year's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial

from django.utils import translation

from globa.facts.engines.engine import Engine
from globa.indicators.scope import Scope
from globa.planning.directions import Direction
from globa.registry.organisations import Organisation
from globa.reports import counting
from globa.reports.assembling import chart, directions, saying, tables
from globa.reports.assembling.counted import Counted, counted
from globa.reports.assembling.tables import Filling
from globa.reports.assembling.wanted import spans_of, wanted
from globa.reports.document import (
    Balance,
    Block,
    Computed,
    Document,
    FigureKey,
    OrganisationChart,
    Paragraph,
    Passage,
    Picture,
    PictureKind,
    Section,
    Span,
    Table,
    Typed,
)
from globa.reports.forms import of_period as form_of
from globa.reports.forms.form import (
    BalanceForm,
    BlockForm,
    ChartForm,
    CrossTable,
    DirectionsTable,
    FiguresTable,
    Form,
    PartsTable,
    PassageForm,
    PictureForm,
    PlanBlock,
    SectionForm,
    Wording,
    YearsTable,
)
from globa.reports.implementation import counting as plan_figures
from globa.reports.implementation import tables as plan_tables
from globa.reports.implementation.told import Told
from globa.reports.plan_figures import is_of_a_plan
from globa.reports.texts.meaning import Surroundings
from globa.reports.texts.reading import phrases, read
from globa.reports.texts.references import references
from globa.reports.texts.vocabulary import Name, named
from globa.vocabulary.period import Period

Texts = Mapping[str, str]


def live(
    code: str,
    organisation: Organisation,
    period: Period,
    *,
    passages: Texts | None = None,
    before: Texts | None = None,
    language: str = "lt",
    plan: Told | None = None,
) -> Document:
    """The report as the records are now, counted on the open connection for whoever acts on it."""
    form = form_of(code, period)
    scope = counting.scope_of(organisation, period)
    return assemble(form, organisation, period, passages or {}, before or {}, scope, counting.here(), language, plan=plan)


def assemble(
    form: Form,
    organisation: Organisation,
    period: Period,
    passages: Texts,
    before: Texts,
    scope: Scope,
    engine: Engine,
    language: str,
    aimed: Sequence[Direction] | None = None,
    plan: Told | None = None,
) -> Document:
    """
    `passages` are the texts written for this report, by key of the passage or of the cell; `before` those of last year's. `aimed` are the
    directions of the years that the form shows, for who has read them already; `plan` is the plan of which the form tells.

    Titles, captions and names are in `language`; the texts are in whatever language they were written.
    """
    with translation.override(language):
        drawing = _Drawing(form, organisation, period, passages, before, scope, language, aimed, plan or Told(period.begins.year))
        return drawing.document(engine)


WRITTEN_IN = "lt"
"""The language of an institution's own texts, and of the forms' where they have no other."""


@dataclass
class _Drawing:
    form: Form
    organisation: Organisation
    period: Period
    passages: Texts
    before: Texts
    scope: Scope
    language: str
    aimed: Sequence[Direction] | None
    plan: Told
    said: dict[str, str] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    aims: dict[int, list[Direction]] = field(default_factory=dict)
    read: dict[str, tuple[Paragraph, ...]] = field(default_factory=dict)
    told: dict[str, tuple[Span, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        forms = self.form.passages()
        texts = [self.text(block) for block in forms.values()]
        # A text is in the language in which it was written, and so are the days and names that its words stand for.
        with translation.override(WRITTEN_IN):
            self.written = saying.said_of(self.organisation, self.period, self.scope.organisations, texts) | saying.of_plan(self.plan)
        self.said = saying.said_of(self.organisation, self.period, self.scope.organisations, ()) | saying.of_plan(self.plan)
        self.aims = self._aims()
        self.read = {key: read(self.text(block), self._words(block), self._around(block)) for key, block in forms.items()}
        self.told = dict(self._told())

    def document(self, engine: Engine) -> Document:
        spans = [span for paragraphs in self.read.values() for span in spans_of(paragraphs)]
        spans += [span for one in self.told.values() for span in one]
        targets = [key.code for aims in self.aims.values() for aim in aims if (key := directions.answering(aim))]
        found = counted(wanted(self.form, spans, targets), self.scope, engine)
        found.values |= plan_figures.values(self.plan, (span.key for span in spans if isinstance(span, Computed)))
        self._name(found, spans)
        filling = Filling(found, self.scope, self.language, partial(saying.filled, said=self.said))
        sections = tuple(self._section(section, number, filling) for section, number in _numbered(self.form.sections))
        found.with_all_parts()
        return Document(
            self.form.code, self.form.version, filling.title(self.form.title), self.organisation.code, str(self.organisation),
            str(self.period), self.language, sections, dict(sorted(found.values.items())),
        )  # fmt: skip

    def _words(self, block: PassageForm) -> dict[str, str]:
        is_translated = not self._is_by_hand(block) and block.text.said(self.language) != block.text.lt
        return self.said | {name: said for name, said in self.written.items() if name not in self.said} if is_translated else self.written

    def text(self, block: PassageForm) -> str:
        """What was written for this report, else what carries over from last year's, else the form's own."""
        if block.key in self.passages:
            return self.passages[block.key]
        if block.carries and block.key in self.before:
            return self.before[block.key]
        return block.text.said(self.language)

    def _is_by_hand(self, block: PassageForm) -> bool:
        return self.text(block) != block.text.said(self.language)

    def _around(self, block: PassageForm) -> Surroundings | None:
        """The form's own texts have no typed numbers; whatever a person touched may."""
        if not self._is_by_hand(block):
            return None
        near = frozenset(one.key.code for one in references(block.text.lt) if one.key is not None)
        return Surroundings(self.period, near, None, spoken(self.form))

    def _aims(self) -> dict[int, list[Direction]]:
        """The directions that some block shows, by how many years ahead: at most one query."""
        year, ahead = self.period.begins.year, directions.years_ahead(self.form)
        found = self.aimed
        if found is None:
            found = directions.aimed(self.scope.organisations, [year + one for one in ahead]) if ahead else []
        return {one: [direction for direction in found if direction.year == year + one] for one in ahead}

    def _told(self) -> Iterator[tuple[str, tuple[Span, ...]]]:
        """What a person wrote about the result of each direction."""
        for _section, block in self.form.blocks():
            if isinstance(block, DirectionsTable) and not block.years_ahead:
                is_alone = len({aim.organisation_id for aim in self.aims[0]}) < 2
                for aim in self.aims[0]:
                    key = directions.cell_key(block.key, aim, is_alone)
                    around = Surroundings(self.period, frozenset(), directions.answering(aim), spoken(self.form))
                    text = " ".join(self.passages.get(key, "").split())
                    yield key, tuple(spans_of(read(text, self.written, around)))

    def _name(self, found: Counted, spans: Iterable[Span]) -> None:
        """Give every figure of the texts its value."""
        for span in spans:
            if isinstance(span, Computed) and not is_of_a_plan(span.key):
                found.value(span.key)
            elif isinstance(span, Typed) and span.means is not None:
                found.value(span.means)
        for code, dimensions in found.parted[0]:
            if not dimensions:
                found.value(FigureKey(code))

    def _section(self, form: SectionForm, number: str, filling: Filling) -> Section:
        return Section(form.key, number, filling.title(form.title), tuple(self._blocks(form, filling)))

    def _blocks(self, form: SectionForm, filling: Filling) -> Iterator[Block]:
        for block in form.blocks:
            if isinstance(block, PlanBlock):
                yield from self._of_plan(block, filling)
            else:
                yield self._block(block, filling)

    def _of_plan(self, form: PlanBlock, filling: Filling) -> Iterator[Block]:
        def said(wording: Wording, words: dict[str, str]) -> str:
            return saying.filled(filling.title(wording), words)

        for made in plan_tables.blocks(form, self.plan, said):
            filling.counted.values |= plan_figures.values(self.plan, plan_tables.keys_of(made))
            yield made

    def _block(self, form: BlockForm, filling: Filling) -> Block:
        assert not isinstance(form, PlanBlock)
        if isinstance(form, PassageForm):
            last = self.before.get(form.key) if form.carries else None
            return Passage(form.key, self.read[form.key], self.text(form), last, self._is_by_hand(form))
        if isinstance(form, BalanceForm):
            return Balance(form.key, form.opening, form.came, form.left, form.closing)
        if isinstance(form, ChartForm):
            return self._chart(form, filling)
        if isinstance(form, PictureForm):
            return self._picture(form, filling)
        return self._table(form, filling)

    def _table(self, form: FiguresTable | PartsTable | CrossTable | YearsTable | DirectionsTable, filling: Filling) -> Table:
        if isinstance(form, DirectionsTable):
            return self._directions(form, filling)
        if isinstance(form, FiguresTable):
            return tables.figures(form, filling)
        if isinstance(form, PartsTable):
            return tables.parts(form, filling)
        return tables.cross(form, filling) if isinstance(form, CrossTable) else tables.years(form, filling)

    def _directions(self, form: DirectionsTable, filling: Filling) -> Table:
        aims = self.aims[form.years_ahead]
        rows = directions.rows(form.key, aims, form.years_ahead, filling.counted, self.told)
        return filling.table(form.key, form.caption, form.head, directions.headings(form.years_ahead), rows)

    def _picture(self, form: PictureForm, filling: Filling) -> Picture:
        if form.kind is PictureKind.TARGET:
            return Picture(form.key, form.kind, filling.title(form.caption), directions.points(self.aims[0], filling.counted))
        return tables.picture(form, filling)

    def _chart(self, form: ChartForm, filling: Filling) -> OrganisationChart:
        day = {"first-day": self.period.begins, "last-day": self.period.last_day, "next-day": self.period.ends}[form.on]
        root = chart.root(self.organisation, day, self.scope.organisations, form.with_names)
        return OrganisationChart(form.key, filling.title(form.caption), day, root)


def _numbered(sections: Sequence[SectionForm]) -> Iterator[tuple[SectionForm, str]]:
    """1, 2, 2.1, 2.2, 3."""
    outer = inner = 0
    for section in sections:
        outer, inner = (outer, inner + 1) if section.level > 1 else (outer + 1, 0)
        yield section, f"{outer}.{inner}" if inner else str(outer)


@cache
def spoken(form: Form) -> dict[str, tuple[Name, ...]]:
    """By what words the form's own texts name a figure, whole figures only."""
    found: dict[str, list[Name]] = {}
    for block in form.passages().values():
        for key, noun in phrases(block.text.lt):
            if not key.dimension and not key.years_back:
                found.setdefault(key.code, []).extend(one for one in named(noun) if len(one) > 1)
    return {code: tuple(names) for code, names in found.items()}
