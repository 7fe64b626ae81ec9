"""A place with a row in every table that is protected, and what another place sees of them."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import connection, models

from globa.care import away, dwellings, guardianships, statuses, stays
from globa.casework import cases, conclusions, groups, plans
from globa.casework.carers import messages, planned, satisfaction
from globa.casework.recruitment import enquiries
from globa.config.database.policies import SEES, own_models, protection_of
from globa.facts.tables import TABLES
from globa.importers.checked_documents import documents as checked_documents
from globa.importers.checked_documents.answers import Answer
from globa.importers.plans import kept
from globa.journal import explanations, readings
from globa.planning import assigning, closed_periods, directions, ledger, ledger_imports, reckonings
from globa.planning.line_names import Said
from globa.planning.plans import activities, results
from globa.planning.plans.lines import PlanLine
from globa.planning.plans.sources import PlanSource
from globa.publication import knocks, pages
from globa.publication.answers import PublicSentence
from globa.registry import asking, conflicts, emergency, files, people, premises, recording, relations, sealing, staff
from globa.registry.accounts import drafts
from globa.reports.exports.asked import Export
from globa.reports.exports.word_templates import WordTemplate
from globa.reports.forms import read
from globa.reports.implementation import beside, group
from globa.reports.keeping import reports, standing
from globa.reports.signing import frozen, on_paper, signing
from globa.vocabulary.calendar import today
from globa.vocabulary.period import Period
from globa.vocabulary.sensitivity import Sensitivity
from tests import builders
from tests import plans as plans_of_municipalities
from tests.builders import DAY, SINCE, Place

Keys = dict[type[models.Model], set[Any]]


def protected_models() -> list[type[models.Model]]:
    return [model for model in own_models() if protection_of(model) in SEES]


def fill(at: Place) -> None:
    """Make at least one row of everything, with the verbs and as the web's role."""
    child = builders.child(at)
    _doors(at, child)
    _papers_and_premises(at, child)
    _care(at, child)
    _casework(at, child)
    ledger.book(organisation=at.organisation, entries=[builders.entry(at)], by=at.worker)
    _ledger(at)
    directions.aim(organisation=at.organisation, year=2023, code="1", text="Find carers", by=at.worker)
    recording.Recording.objects.create(organisation=at.organisation, table="services", since=SINCE)
    drafts.keep(user=at.worker, appointment=None, place="people-register", page="/people/new/", fields={"given_name": ["Ona"]})
    dropped = checked_documents.drop(name="report.txt", content=b"Total 3", by=at.worker)
    Answer.objects.create(user=at.worker, document=dropped, finding="total", says="accepted")
    kept.bring(organisation=at.organisation, year=2023, name="plan.txt", content=b"1.1.1. Help", by=at.worker)
    _report(at)
    _plan(at)
    _outside(at)
    looker = readings.Looker(at.worker.pk, "foster_coordinator", at.organisation.pk)
    readings.write(looker, "people-person", [readings.Look(child.pk, readings.Shown.FILE)])
    explanations.explain(
        organisation_id=at.organisation.pk, noticed="night", looker_id=child.pk, person_id=child.pk, day=DAY, reason="Asked", by=at.worker
    )


def _ledger(at: Place) -> None:
    """Another month than that of the entries is closed."""
    entries = [builders.entry(at, on=date(2023, 7, 1))]
    ledger_imports.take_in(organisation=at.organisation, name="a.csv", content=b"1", entries=entries, by=at.worker)
    closed_periods.close(organisation=at.organisation, period=Period.parse("2023-03"), by=at.worker)


def _outside(at: Place) -> None:
    """The public page is written by whoever administers: the owner stands in for them."""
    knocks.Knock.objects.create(organisation=at.organisation, sender="a")
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        before = cursor.fetchone()[0]
        cursor.execute("SET LOCAL ROLE NONE")
        words = {"phone": "1", "about_lt": "A centre", "becoming_lt": "Call"}
        pages.write(organisation=at.organisation, words=words, by=at.worker)
        pages.publish(organisation=at.organisation, by=at.worker)
        cursor.execute(f"SET LOCAL ROLE {before}")


def _plan(at: Place) -> None:
    """A plan is a municipality's: for the while the place is one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        before = cursor.fetchone()[0]
        cursor.execute("SET LOCAL ROLE NONE")
        kind = type(at.organisation).objects.filter(pk=at.organisation.pk)
        kind.update(kind="municipality")
        on = plans_of_municipalities.line(at)
        plans_of_municipalities.amount(at, on)
        awaited = results.expect(line=on, text="39 children", by=at.worker)
        results.record_result(line=on, text="39 children", expected=awaited, by=at.worker)
        results.record_obstacle(line=on, text="No carers", by=at.worker)
        activities.feed(line=on, name="Talks", what="service", codes=["consultation"], by=at.worker)
        waiting = ledger.book(organisation=at.organisation, entries=[builders.entry(at)], by=at.worker)
        said = [Said(project="Help")]
        assigning.assign(organisation=at.organisation, year=2023, entries=waiting, line=on, remembered=said, by=at.worker)
        sums: dict[str, Any] = {"reported": Decimal(2), "booked": Decimal(1), "source": PlanSource.objects.get(code="SAV")}
        reckonings.Reckoning.objects.create(organisation=at.organisation, line=on, counts="both", **sums)
        _plan_report(at, on)
        kind.update(kind=at.organisation.kind)
        cursor.execute(f"SET LOCAL ROLE {before}")


def _plan_report(at: Place, on: PlanLine) -> None:
    report = reports.start(organisation=at.organisation, form=read("plan-implementation", 2023), period=Period.year(2023), by=at.worker)
    plan = plans_of_municipalities.plan_of(on)
    working = group.WorkingGroup.objects.create(organisation=at.organisation, report=report, plan=plan)
    group.appoint(
        group=working, order_number="IV-1", ordered_on=DAY, members=[group.Named("Ona", user=at.worker), group.Named("Jonas")], by=at.worker
    )
    _signed_on_paper(at, report, working)
    beside.add_beside(group=working, body="Library", text="A feast", by=at.worker)
    source = PlanSource.objects.get(code="SAV")
    beside.add_earlier(organisation=at.organisation, year=2022, source=source, amount=Decimal(1), document="Report", by=at.worker)


def _signed_on_paper(at: Place, report: reports.Report, working: group.WorkingGroup) -> None:
    own: dict[str, Any] = {"organisation": at.organisation, "report": report, "fingerprint": "1" * 64}
    frozen.SignedContent.objects.create(**own, document="{}", catalogue="1")
    scan = files.keep(
        organisation=at.organisation,
        name="paper.pdf",
        media_type="application/pdf",
        content=b"%PDF",
        sensitivity=Sensitivity.S1,
        by=at.worker,
    )
    PublicSentence.objects.create(organisation=at.organisation, report=report, said="2" * 64, does="strike")
    member = working.members.get(user=None)
    on_paper.PaperSignature.objects.create(**own, member=member, name="Jonas", post="group_member", number="5", signed_on=DAY, file=scan)


def _report(at: Place) -> None:
    """A signed and approved report with everything that it freezes, and its correction being written."""
    own: dict[str, Any] = {"organisation": at.organisation}
    form = read("activity", 2023)
    standing.keep_standing(organisation=at.organisation, form=form, place="institution.vision", text="A home.", by=at.worker)
    report = reports.start(**own, form=form, period=Period.year(2023), by=at.worker)
    reports.write(report=report, place="vision", text="A home.", by=at.worker)
    reports.explain(report=report, finding="total", says="43 and 35", reason="an old cell", by=at.worker)
    own |= {"report": report}
    frozen.SignedContent.objects.create(**own, document="{}", fingerprint="0" * 64, catalogue="1")
    frozen.SignedFigure.objects.create(**own, figure="homes.arrivals", value=6, definition="1", means="Arrivals")
    frozen.SignedRecord.objects.create(**own, record="care.stay:1", version=1)
    frozen.Signature.objects.create(**own, user=at.worker, name="Ona", post="director", fingerprint="0" * 64)
    for state in (reports.State.SIGNED, reports.State.SUBMITTED):
        report.state = state
        report.save(update_fields=["state"])
    file = files.File.objects.all()[0]
    signing.approve(report=report, decision_number="T-1", decided_on=DAY, by=at.worker, file=file)
    Export.objects.create(**own, format="pdf", asked_by=at.worker, file=file)
    WordTemplate.objects.create(organisation=at.organisation, file=file)
    signing.correct(report=report, form=form, by=at.worker)


def _doors(at: Place, child: people.Person) -> None:
    """Both in the past: what closes a person today hides its own row from the worker."""
    past = (SINCE, date(2021, 1, 1))
    common: dict[str, Any] = {"organisation": at.organisation, "person": child}
    conflicts.ConflictOfInterest.objects.create(**common, user=at.worker, during=past)
    sealing.Seal.objects.create(**common, kind="court", during=past)
    emergency.open_file(**common, user=at.worker, reason="The child ran away at night and has a fever.")
    asked: dict[str, Any] = {"asked_by": at.worker, "purpose": "help", "needed_for": "The child is to be given services here too."}
    request = asking.FileRequest.objects.create(**common, **asked, until=today() + timedelta(days=30))
    until = {"request": request.pk, "until": request.until}
    asking.FileQuestion.objects.create(**common, **asked, **until, asker=at.organisation)


def _papers_and_premises(at: Place, child: people.Person) -> None:
    own: dict[str, Any] = {"organisation": at.organisation}
    people.OtherName.objects.create(person=child, given_name="Йонас", script="cyrillic")
    relations.Relation.objects.create(**own, person=builders.person(at), other=child, kind="parent")
    files.keep(**own, name="act.pdf", media_type="application/pdf", content=b"%PDF", sensitivity=Sensitivity.S2, by=at.worker)
    address = premises.Address.objects.create(**own, street="Beržų g.", house="1", place="Alytus")
    premises.Premises.objects.create(**own, address=address, tenure="own", during=(SINCE, None))
    premises.Vehicle.objects.create(**own, kind="car", name="Car", seats=5, during=(SINCE, None))
    licence = premises.Licence.objects.create(**own, kind="licence", number=at.organisation.code, during=(SINCE, None))
    premises.LicensedAddress.objects.create(**own, licence=licence, address=address, places=8, during=(SINCE, None))
    post = builders.post(at)
    staff.PostAllowance.objects.create(**own, post=post, fte=Decimal("2"), during=(SINCE, None))
    staff.PostLimit.objects.create(**own, fte=Decimal("50"), during=(SINCE, None))
    builders.holding(at, of=post)
    builders.payer(at)
    builders.paper(at)


def _care(at: Place, child: people.Person) -> None:
    home = builders.home(at)
    dwellings.Capacity.objects.create(organisation=at.organisation, dwelling=home, places=2, during=(SINCE, None))
    dwellings.Room.objects.create(organisation=at.organisation, dwelling=home, name="1")
    stay = stays.admit(child=child, bed=builders.bed(home), on=SINCE, origin="parents", by=at.worker)
    away.leave(stay=stay, kind="hospital", since=date(2023, 1, 1), until=date(2023, 1, 9), by=at.worker)
    builders.contract(at)
    guardianships.appoint(organisation=at.organisation, child=child, kind="permanent", form="institution", since=SINCE, by=at.worker)
    statuses.state(
        organisation=at.organisation, child=child, kind="special_needs", condition="speech", level="small", since=SINCE, by=at.worker
    )


def _casework(at: Place, child: people.Person) -> None:
    family = builders.household(at, "Hosts", builders.person(at, "Rima"))
    common: dict[str, Any] = {"organisation": at.organisation, "by": at.worker}
    cases.open_case(**common, kind="temporary_supervision_on_request", since=DAY, children=[child])
    conclusions.conclude(**common, household=family, about="guardian", outcome="positive", on=DAY, number="1")
    conclusions.recommend(**common, household=family, outcome="positive", on=DAY, number="2")
    builders.service(at, child)
    course = groups.Course.objects.create(organisation=at.organisation, code="group", name="Group", kind="self_help_group")
    builders.event(at, child, course=course)
    plans.assess(**common, child=child, on=DAY, kind="support_plan")
    carer = builders.person(at, "Rasa")
    messages.reply(**common, carer=carer, letter="We will come on Monday.")
    planned.plan(**common, carer=carer, kind="visit", on=DAY)
    satisfaction.ask(**common, sentence="How content are you?", closes_on=date(2100, 1, 1), people=[carer])
    enquiries.enquire(**common, channel="phone", about="guardian", asker="Rasa", asker_phone="1", on=DAY)


def keys_of(found: list[type[models.Model]]) -> Keys:
    """The keys of all rows that whoever asks sees."""
    return {model: set(model._base_manager.values_list("pk", flat=True)) for model in found}


def rows_by_sql(table: str) -> set[Any]:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}"')
        return {row[0] for row in cursor.fetchall()}


def leaks(foreign: Keys, see: Callable[[type[models.Model]], set[Any]]) -> list[str]:
    """Tables in which the asker sees a row that is another's."""
    return [model._meta.label for model, keys in foreign.items() if keys & see(model)]


def facts_seen(organisation: uuid.UUID) -> list[str]:
    """Fact tables with a row that counts for the organisation."""
    with connection.cursor() as cursor:
        found = []
        for name in TABLES:
            cursor.execute(f'SELECT count(*) FROM facts."{name}" WHERE organisation = %s', [str(organisation)])
            found += [name] if cursor.fetchone()[0] else []
        return found
