"""Pages of the program by what one does there, and the words by which people ask for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from globa.registry.policy import may_enter
from globa.web.heard import says
from globa.web.routes import route_named
from globa.web.whereabouts import role_of


@dataclass(frozen=True)
class Page:
    """`about` says what one does there; `also` are other words for it, which are heard and not shown."""

    name: str
    title: str | Promise
    about: str | Promise
    also: str | Promise = ""

    @property
    def address(self) -> str:
        return reverse(self.name)


PAGES = (
    Page("today", _("Today"), _("What is due, where there is room tonight, and how the year goes.")),
    Page("people", _("People"), _("Everybody whose file is open to you."), _("list of children, guardians, carers")),
    Page("people-register", _("Register a person"), _("Open a file on somebody who is not in the files yet."), _("new child, new carer")),
    Page("services", pgettext_lazy("page", "Services"), _("Services given, by month and by worker."), _("consultations, help")),
    Page("services-record", _("Record a service"), _("Write down a service for one or several people."), _("consultation, hours, note")),
    Page(
        "services-group",
        _("Record a meeting of a group"),
        _("Tick who came; one record for all of them."),
        _("attendance, training, self-help"),
    ),
    Page("enquiries", _("Enquiries"), _("Who asks how to help a child, until when to answer."), _("public page, become a carer")),
    Page("carers", _("Carers"), _("Messages of carers, agreed meetings, how content they are."), _("calendar, respite, satisfaction")),
    Page("mine", _("My page"), _("The child with you, your calendar, training and respite days.")),
    Page("dwellings", _("Homes and places"), _("Homes and carers with their beds and free places."), _("vacancies, beds, licence")),
    Page("figures", _("Figures"), _("Every figure of an institution for a year, with the records behind it."), _("statistics, numbers")),
    Page("plans", _("Social-services plans"), _("What a municipality planned for a year, what money it used and what came of it.")),
    Page("money", pgettext_lazy("page", "Money"), _("The entries of the ledger, and who paid."), _("ledger, accounting, spending")),
    Page("money-execution", _("Table of the budget"), _("Spending by item and source, to the cent."), _("budget, estimate, cash spending")),
    Page("money-import", _("A file of the accounting program"), _("Bring a list of entries or a budget."), _("import, Excel, CSV")),
    Page("money-periods", _("Closed time"), _("Close a month or a year, or open it again."), _("lock, close the books")),
    Page("reports", _("Reports"), _("Reports being written, signed and approved."), _("activity report, occupancy, sign")),
    Page("reports-checks", pgettext_lazy("do", "Check a report"), _("What does not agree in any document."), _("contradictions, sums")),
    Page("waiting", _("My files"), _("What you asked for and what is being read."), _("Word, PDF, export, download")),
    Page("emergency", _("Open a file in an emergency"), _("For four hours, with a reason; the head is told."), _("urgent access")),
    Page("looks", _("Who looked"), _("Who looked at whose file, and what should be asked about."), _("journal, audit")),
    Page("administration-norms", _("Norms"), _("Ages, terms, caps and amounts, each with its act."), _("law, deadline")),
    Page("administration-outside", _("Public page"), _("What everybody sees of the centre without an account."), _("website")),
    Page("administration", _("Administration"), _("Accounts, units, homes, posts, norms."), _("users, invite, licence, roles")),
    Page(
        "administration-directions",
        _("Directions of the year"),
        _("What the year aims at, and which figure answers."),
        _("goals, yearly plan"),
    ),
    Page("guide", _("Guide"), _("How the work of a day is done here, by post."), _("help, instructions, what is new")),
    Page("place", _("Where you work"), _("Choose one of your places of work."), _("change workplace")),
    Page("account_change_password", _("Change password"), _("A new password for your account."), _("forgot")),
    Page("mfa_index", _("How you sign in"), _("Passkeys, codes and recovery codes."), _("second factor, telephone, authenticator")),
)


def pages_named(request: HttpRequest, asked: list[str]) -> list[Page]:
    """Only where the role comes at all; without a question to the database."""
    return [one for one in _open_to(role_of(request)) if says(f"{one.title} {one.about} {one.also}", asked)]


def _open_to(role: str) -> Iterator[Page]:
    for one in PAGES:
        route = route_named(one.name)
        if route and may_enter(role, route.area) and _is_there(one):
            yield one


def _is_there(page: Page) -> bool:
    try:
        return bool(page.address)
    except NoReverseMatch:
        return False
