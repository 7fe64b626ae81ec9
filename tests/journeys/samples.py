"""What a walk over every page opens: for each address of the site a sample of it in the demonstration, and who opens it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

from globa.demonstration.accounts import CARER
from tests.journeys.finding import (
    _TO_STAY,
    ACCOUNTANT,
    ADMINISTRATOR,
    ASSISTANT,
    CARERS,
    CENTRE,
    CLERK,
    COORDINATOR,
    HEAD,
    NATIONAL,
    NEIGHBOUR,
    NOBODY,
    NOWHERE,
    OFFICER,
    PLANNER,
    PSYCHOLOGIST,
    RESIDENTS,
    SHEET,
    TEXT,
    Places,
)

Finds = Callable[[Places], str]


def plan(places: Places) -> str:
    """The demonstration's plan."""
    return places.first("/plans/?year=2023", "main tbody a[href^='/plans/']", PLANNER)


def plan_part(places: Places, selector: str) -> str:
    """A part of a draft, from the page where it is written."""
    return places.first(f"{places.plan_amended}tree/", f"section[aria-labelledby=parts] {selector}", PLANNER)


def measure(places: Places) -> str:
    """The first measure of the demonstration's plan, which records feed."""
    plan = places.first("/plans/?year=2023", "main tbody a[href^='/plans/']", PLANNER)
    return places.first(plan, "main a[href*='/measures/']", PLANNER)


def agreed_meeting(places: Places) -> str:
    """A meeting that is agreed with a carer: her row in the list says its day."""
    carer = places.first("/carers/", "tbody tr:has(td:nth-child(3):has-text('20')) th a")
    return places.first(carer, "main a[href^='/carers/meetings/']")


@dataclass(frozen=True)
class Sample:
    """`accounts` are those to whom the page looks different."""

    finds: Finds
    accounts: tuple[str, ...] = (HEAD,)


def at(address: str, *accounts: str) -> Sample:
    return Sample(lambda places: address, accounts or (HEAD,))


def on(finds: Finds, *accounts: str) -> Sample:
    return Sample(finds, accounts or (HEAD,))


EVERYBODY = (HEAD, COORDINATOR, PSYCHOLOGIST, ASSISTANT, NATIONAL, CLERK)
# By the name of the address, or by the address itself where it has no name.
PAGES: dict[str, tuple[Sample, ...]] = {
    "account_login": (at("/accounts/login/", NOBODY),),
    "waiting": (at("/files/", HEAD, ASSISTANT),),
    "account_logout": (at("/accounts/logout/"),),
    "account_inactive": (at("/accounts/inactive/", NOBODY),),
    "account_signup": (at("/accounts/signup/", NOBODY),),
    "account_reauthenticate": (at("/accounts/reauthenticate/"),),
    "account_change_password": (at("/accounts/password/change/"),),
    "account_reset_password": (at("/accounts/password/reset/", NOBODY),),
    "account_reset_password_done": (at("/accounts/password/reset/done/", NOBODY),),
    "account_reset_password_from_key": (at("/accounts/password/reset/key/0-none/", NOBODY),),
    "account_reset_password_from_key_done": (at("/accounts/password/reset/key/done/", NOBODY),),
    "socialaccount_login_cancelled": (at("/accounts/3rdparty/login/cancelled/", NOBODY),),
    "mfa_index": (at("/accounts/2fa/"),),
    "mfa_list_webauthn": (at("/accounts/2fa/webauthn/"),),
    "letters": (at("/letters/", NOBODY),),
    "place": (at("/place/"),),
    "guide": (at("/guide/", NOBODY, HEAD, CLERK),),
    "guide-chapter": (
        at("/guide/coordinator/", COORDINATOR), at("/guide/plan/", PLANNER), at("/guide/signing/"), at("/guide/first-day/", NOBODY),
    ),
    "today": (at("/", *EVERYBODY, OFFICER, ADMINISTRATOR),),
    "today-listed": (
        at("/today/due/", HEAD, ADMINISTRATOR), at("/today/missing/", COORDINATOR), at("/today/families/", COORDINATOR),
        at("/today/quiet/", PSYCHOLOGIST),
    ),
    "find": (at("/find/", HEAD, CLERK),),
    "people": (at("/people/", *EVERYBODY), at("/people/?who=children"), at("/people/?q=zzzzzz")),
    "people-register": (at("/people/new/", COORDINATOR),),
    "people-asks": (on(lambda places: "/people/asked/" if places.question else "", NEIGHBOUR),),
    "people-asked": (on(lambda places: places.question),),
    "people-opening": (at("/people/opening/", HEAD, COORDINATOR),),
    "people-person": (
        on(lambda places: places.child, HEAD, COORDINATOR), on(lambda places: places.resident, HEAD, COORDINATOR, ASSISTANT),
        on(lambda places: places.carer),
        on(lambda places: places.not_in_care, COORDINATOR),
    ),
    "administration": (at("/administration/"),),
    "administration-users": (at("/administration/users/"),),
    "administration-invite": (at("/administration/users/invite/"),),
    "administration-user": (on(lambda places: places.first("/administration/users/", "tbody th a >> nth=1")),),
    "administration-tree": (at("/administration/tree/"),),
    "administration-unit": (on(lambda places: places.group),),
    "administration-home": (on(lambda places: places.first(places.group, "section[aria-labelledby=homes] .g-list a")),),
    "administration-posts": (at("/administration/posts/"),),
    "administration-post": (on(lambda places: places.first("/administration/posts/", "tbody th a")),),
    "administration-licences": (at("/administration/licences/"),),
    "administration-norms": (at("/administration/norms/"),),
    "administration-norm": (at("/administration/norms/coming-of-age/"),),
    "administration-lists": (at("/administration/lists/"),),
    "administration-funding": (at("/administration/funding/"),),
    "administration-recording": (at("/administration/recording/"),),
    "administration-directions": (at("/administration/directions/"), at("/administration/directions/?year=2023")),
    "administration-direction": (on(lambda places: places.first("/administration/directions/?year=2023", "main tbody th a")),),
    "administration-texts": (at("/administration/texts/"),),
    "administration-text": (at("/administration/texts/activity/institution.vision/"),),
    "administration-outside": (at("/administration/outside/"),),
    "administration-outside-draft": (at("/administration/outside/draft/"),),
    "administration-edition": (on(lambda places: places.first("/administration/outside/", "section[aria-labelledby=editions] .g-list a")),),
    "enquiries": (at("/enquiries/", HEAD, COORDINATOR),),
    "enquiries-record": (at("/enquiries/new/"),),
    "carers": (at("/carers/", HEAD, COORDINATOR),),
    "carers-carer": (on(lambda places: places.first("/carers/", "tbody th a")),),
    "carers-meeting": (on(agreed_meeting),),
    "carers-satisfaction": (at("/carers/satisfaction/", HEAD, COORDINATOR),),
    "mine": (at("/mine/", CARER),),
    "enquiries-enquiry": (on(lambda places: places.first("/enquiries/", "tbody th a")),),
    "people-working": (on(lambda places: f"{places.child}working/"),),
    "people-looks": (on(lambda places: f"{places.child}looks/", HEAD, COORDINATOR, OFFICER),),
    "emergency": (at("/people/emergency/", COORDINATOR),),
    "emergencies": (on(lambda places: "/emergencies/" if places.reviewed else "", HEAD, OFFICER),),
    "emergencies-review": (on(lambda places: places.reviewed, HEAD, OFFICER),),
    "looks": (on(lambda places: "/looks/" if places.noticed else "", HEAD, OFFICER), at("/looks/?month=2019-01")),
    "looks-explain": (on(lambda places: places.noticed, HEAD, OFFICER),),
    "people-admit": (on(lambda places: f"{places.not_in_care}admit/", COORDINATOR),),
    "people-move": (on(lambda places: f"{places.child}move/", COORDINATOR),),
    "people-discharge": (on(lambda places: f"{places.child}discharge/", COORDINATOR),),
    "people-guardian": (on(lambda places: f"{places.child}guardian/", COORDINATOR),),
    "people-guardian-ends": (on(lambda places: f"{places.child}guardian/end/", COORDINATOR),),
    "people-away": (on(lambda places: f"{places.child}away/", COORDINATOR),),
    "people-back": (on(lambda places: places.away, COORDINATOR),),
    "services": (at("/services/", HEAD, COORDINATOR, PSYCHOLOGIST), at("/services/?month=1999")),
    "services-record": (
        at("/services/new/", COORDINATOR, PSYCHOLOGIST),
        on(lambda places: f"/services/new/?person={places.child.split('/')[2]}", COORDINATOR),
    ),
    "services-service": (on(lambda places: places.service, HEAD, COORDINATOR),),
    "services-correct": (on(lambda places: f"{places.kept_service}correct/", COORDINATOR),),
    "services-withdraw": (on(lambda places: f"{places.kept_service}withdraw/", COORDINATOR),),
    "services-group": (
        at("/services/group/", COORDINATOR),
        on(lambda places: places.first("/services/group/", "main .g-list a", COORDINATOR), COORDINATOR),
    ),
    "services-meetings": (at("/services/meetings/", HEAD, COORDINATOR), at("/services/meetings/?state=withdrawn")),
    "services-meeting-correct": (on(lambda places: places.first("/services/meetings/", "main tbody a[href$='/correct/']")),),
    "services-meeting-withdraw": (on(lambda places: places.first("/services/meetings/", "main tbody a[href$='/withdraw/']")),),
    "dwellings": (at("/homes/", HEAD, COORDINATOR, ASSISTANT),),
    "dwellings-dwelling": (
        at("/homes/alytus-home-1/?year=2023"), at("/homes/alytus-home-1/", COORDINATOR),
        on(lambda places: places.first("/homes/", "section:has-text('globotojai') a[href^='/homes/']")),
    ),
    "figures-sheet": (at(SHEET, HEAD, NATIONAL), at(f"/figures/{CENTRE}/2019/")),
    "figures-figure": (
        at(CARERS, HEAD, NATIONAL), at(f"{SHEET}homes.children-at-closing/"), at(f"{SHEET}foster-centre.coordinator-hours/"),
        at(f"/figures/{CENTRE}/2019/homes.children-at-closing/"),
    ),
    "figures-records": (
        at(f"{CARERS}records/", HEAD, NATIONAL), at(f"{SHEET}foster-centre.coordinator-services/records/"),
        at(f"{SHEET}homes.children-at-closing/records/", CLERK),
    ),
    "reports": (at("/reports/", HEAD, COORDINATOR, NATIONAL), on(lambda places: "/reports/" if places.approved else "")),
    "reports-new": (at("/reports/new/occupancy/"),),
    "reports-templates": (at("/reports/templates/"),),
    "reports-template-add": (at("/reports/templates/add/activity/"),),
    "reports-template": (on(lambda places: places.template),),
    "reports-template-away": (on(lambda places: f"{places.template}put-away/"),),
    "reports-report": (
        on(lambda places: places.draft), on(lambda places: places.signed, HEAD, COORDINATOR),
        on(lambda places: f"{places.signed}?today"), on(lambda places: places.approved, HEAD, NATIONAL),
    ),
    "reports-text": (on(lambda places: f"{places.draft}texts/{TEXT}/"), on(lambda places: f"{places.draft}texts/{TEXT}/?find=vaik")),
    "reports-explain": (on(lambda places: places.explained),),
    "reports-sign": (on(lambda places: f"{places.draft}sign/"), on(lambda places: f"{places.ready}sign/")),
    "reports-approve": (on(lambda places: f"{places.submitted}approve/"),),
    "reports-return": (on(lambda places: f"{places.submitted}return/"),),
    "reports-correct": (on(lambda places: f"{places.approved}correct/"),),
    "reports-figure": (
        on(lambda places: f"{places.draft}figures/homes.children-at-closing/"),
        on(lambda places: f"{places.signed}figures/foster-centre.children-with-on-duty-carers/"),
        on(lambda places: f"{places.signed}figures/foster-centre.coordinator-services/"),
    ),
    "reports-differences": (on(lambda places: f"{places.signed}differences/"), on(lambda places: f"{places.approved}differences/")),
    "reports-exported": (on(lambda places: places.exported),),
    "reports-checks": (at("/checks/", HEAD, NATIONAL),),
    "reports-check": (on(lambda places: places.checked), on(lambda places: places.not_checked)),
    "reports-check-answer": (on(lambda places: places.first(places.checked, "a[href*='/answer/']")),),
    "money": (at("/money/?year=2023", ACCOUNTANT, HEAD), at("/money/?year=2016", ACCOUNTANT)),
    "money-new": (at("/money/new/", ACCOUNTANT),),
    "money-entry": (on(lambda places: places.entry, ACCOUNTANT, HEAD),),
    "money-execution": (at("/money/execution/?year=2023", ACCOUNTANT),),
    "money-periods": (at("/money/periods/", ACCOUNTANT, HEAD),),
    "money-lines": (at("/money/lines/?year=2023", ACCOUNTANT, HEAD, PLANNER),),
    "money-import": (at("/money/import/", ACCOUNTANT),),
    "money-files": (at("/money/files/", ACCOUNTANT),),
    "money-file": (on(lambda places: places.ledger_file, ACCOUNTANT),),
    "plans": (at("/plans/", CLERK, NATIONAL, HEAD, PLANNER), at("/plans/?year=2023", PLANNER)),
    "plans-new": (at("/plans/new/", PLANNER),),
    "plans-funds": (at("/plans/funds/", CLERK, PLANNER),),
    "plans-plan": (
        on(plan, PLANNER, NATIONAL), on(lambda places: places.first(plan(places), "main nav a[href*=goal]", PLANNER), PLANNER),
        on(lambda places: places.plan_amended, PLANNER),
    ),
    "plans-planned": (on(lambda places: f"{plan(places)}planned/", PLANNER),),
    "plans-used": (on(lambda places: f"{plan(places)}used/", PLANNER), on(lambda places: f"{plan(places)}used/?source=VSRP", PLANNER)),
    "plans-measure": (on(measure, PLANNER, NATIONAL),),
    "plans-differences": (on(lambda places: f"{places.plan_amended}differences/", PLANNER),),
    "plans-tree": (on(lambda places: f"{places.plan_amended}tree/", PLANNER),),
    "plans-part": (
        on(lambda places: plan_part(places, "li a"), PLANNER), on(lambda places: plan_part(places, "li.g-deep-1 a"), PLANNER),
        on(lambda places: plan_part(places, "li.g-deep-2 a"), PLANNER),
    ),
    "plans-line": (
        on(lambda places: plan_part(places, "li.g-deep-2 .g-small a"), PLANNER),
        on(lambda places: places.first(measure(places), "main a[href*='/lines/']", PLANNER), PLANNER),
    ),
    "plans-approve": (on(lambda places: f"{places.plan_amended}approve/", PLANNER),),
    "plans-amend": (on(lambda places: f"{plan(places)}amend/", PLANNER),),
    "plans-feeding": (on(lambda places: f"{places.first(measure(places), 'main a[href*=lines]', PLANNER)}records/", PLANNER),),
    "plans-activity": (on(lambda places: places.first(measure(places), "main a[href*='/activities/']", PLANNER), PLANNER),),
    "plans-report": (on(lambda places: places.plan_report, PLANNER),),
    "plans-report-group": (on(lambda places: f"{places.plan_report}group/", PLANNER),),
    "plans-report-beside": (on(lambda places: f"{places.plan_report}beside/", PLANNER),),
    "plans-report-years": (on(lambda places: f"{places.plan_report}years/", PLANNER),),
    "plans-report-public": (on(lambda places: f"{places.plan_report}public/", PLANNER),),
    "plans-import": (at("/plans/import/", CLERK),),
    "plans-import-one": (on(lambda places: places.plan_document, CLERK),),
    "plans-import-bodies": (on(lambda places: f"{places.plan_document}bodies/", CLERK),),
    "plans-import-results": (on(lambda places: f"{places.plan_document}results/", CLERK),),
    "plans-import-measure": (on(lambda places: f"{places.plan_document}results/1/", CLERK),),
    "plans-import-beside": (on(lambda places: f"{places.plan_document}beside/", CLERK),),
    "plans-import-attach": (on(lambda places: f"{places.plan_report_document}attach/", PLANNER),),
    "plans-import-original": (on(lambda places: f"{places.plan_document}original/", CLERK),),
    "records-record": (
        on(lambda places: places.first(RESIDENTS, _TO_STAY), HEAD, COORDINATOR),
        on(lambda places: places.first(f"{SHEET}foster-centre.conclusions/records/", "main tbody a[href^='/records/']")),
        on(lambda places: places.first(places.child, "a[href^='/records/']", COORDINATOR), COORDINATOR),
    ),
    "records-correct-stay": (on(lambda places: f"{places.first(RESIDENTS, _TO_STAY)}correct/"),),
    "kit": (at("/kit"),),
}  # fmt: skip
POSTED, LEADS, CLOSED, UNKNOWN, OPEN = 405, 302, 404, 401, 200
# What answers, but with no page of its own; the answer is tried too.
NO_PAGES: dict[str, tuple[int, Finds]] = {
    "accounts/email/": (CLOSED, lambda places: "/accounts/email/"),
    "accounts/confirm-email/": (CLOSED, lambda places: "/accounts/confirm-email/"),
    "accounts/confirm-email/<str:key>/": (CLOSED, lambda places: "/accounts/confirm-email/x/"),
    "accounts/3rdparty/": (CLOSED, lambda places: "/accounts/3rdparty/"),
    "accounts/3rdparty/signup/": (CLOSED, lambda places: "/accounts/3rdparty/signup/"),
    "accounts/social/connections/": (CLOSED, lambda places: "/accounts/social/connections/"),
    "accounts/social/signup/": (CLOSED, lambda places: "/accounts/social/signup/"),
    "accounts/social/login/cancelled/": (CLOSED, lambda places: "/accounts/social/login/cancelled/"),
    "accounts/social/login/error/": (CLOSED, lambda places: "/accounts/social/login/error/"),
    "socialaccount_connections": (CLOSED, lambda places: "/accounts/3rdparty/"),
    "socialaccount_signup": (CLOSED, lambda places: "/accounts/3rdparty/signup/"),
    "socialaccount_login_error": (UNKNOWN, lambda places: "/accounts/3rdparty/login/error/"),
    "openid_connect_login": (CLOSED, lambda places: "/accounts/oidc/oidc/login/"),
    "openid_connect_callback": (CLOSED, lambda places: "/accounts/oidc/oidc/login/callback/"),
    "mfa_login_webauthn": (LEADS, lambda places: "/accounts/2fa/webauthn/login/"),
    "drafts-keep": (POSTED, lambda places: "/drafts/"),
    "drafts-discard": (POSTED, lambda places: "/drafts/discard"),
    "account_email": (CLOSED, lambda places: "/accounts/email/"),
    "account_email_verification_sent": (CLOSED, lambda places: "/accounts/confirm-email/"),
    "account_confirm_email": (CLOSED, lambda places: "/accounts/confirm-email/x/"),
    "account_set_password": (LEADS, lambda places: "/accounts/password/set/"),
    "account_confirm_login_code": (LEADS, lambda places: "/accounts/login/code/confirm/"),
    "find-found": (LEADS, lambda places: "/find/nothing/"),
    "guide-part": (LEADS, lambda places: "/guide/coordinator/service/"),
    "set_language": (LEADS, lambda places: "/language/setlang/"),
    "emergency-close": (POSTED, lambda places: f"/people/emergency/{NOWHERE}/close/"),
    "people-code": (POSTED, lambda places: f"{places.child}personal-code/"),
    "figures": (LEADS, lambda places: "/figures/"),
    "reports-start": (POSTED, lambda places: "/reports/start/"),
    "reports-replace": (POSTED, lambda places: f"{places.draft}replace/"),
    "reports-submit": (POSTED, lambda places: f"{places.signed}submit/"),
    "reports-export": (POSTED, lambda places: f"{places.signed}export/pdf/"),
    "people-opening-template": (OPEN, lambda places: "/people/opening/table.xlsx"),
    "reports-file": (OPEN, lambda places: f"{places.approved}file/"),
    "reports-download": (CLOSED, lambda places: f"{places.approved}exports/{NOWHERE}/file/"),
    "reports-check-keep": (POSTED, lambda places: f"{places.checked}keep/"),
    "reports-check-forget": (POSTED, lambda places: f"{places.checked}forget/"),
    "plans-proof": (CLOSED, lambda places: f"/plans/{NOWHERE}/results/{NOWHERE}/document"),
    "plans-report-papers": (CLOSED, lambda places: f"{places.plan_report}papers/"),
    "plans-report-paper": (CLOSED, lambda places: f"{places.plan_report}papers/{NOWHERE}/"),
    "plans-import-doubt": (CLOSED, lambda places: f"/plans/import/{NOWHERE}/doubts/1/"),
    "plans-import-match": (CLOSED, lambda places: f"/plans/import/{NOWHERE}/attach/1/0/"),
    "plans-import-looks": (CLOSED, lambda places: f"/plans/import/{NOWHERE}/looks/"),
    "plans-import-accept": (CLOSED, lambda places: f"/plans/import/{NOWHERE}/accept/"),
    "plans-import-undo": (CLOSED, lambda places: f"/plans/import/{NOWHERE}/undo/"),
    "plans-import-away": (CLOSED, lambda places: f"/plans/import/{NOWHERE}/put-away/"),
    "reports-check-protocol": (OPEN, lambda places: f"{places.checked}protocol/pdf/"),
    "reports-number": (LEADS, lambda places: "/reports/AL-2023-A1/"),
    "health": (OPEN, lambda places: "/health"),
    "ready": (OPEN, lambda places: "/ready"),
    "reports-template-shipped": (OPEN, lambda places: "/reports/templates/shipped/"),
    "reports-template-use": (POSTED, lambda places: f"{places.template}use/"),
    "reports-template-file": (OPEN, lambda places: f"{places.template}file/"),
    "reports-template-sample": (OPEN, lambda places: f"{places.template}sample/"),
    "money-execution-workbook": (OPEN, lambda places: "/money/execution/table.xlsx?year=2023"),
    "money-original": (OPEN, lambda places: f"{places.ledger_file}original"),
    "kit-definition": (OPEN, lambda places: "/kit/definition"),
}

# Pages that open only to who holds a second factor or is about to: opened by an account that sets one up (factors.py).
WITHOUT_A_FACTOR = {
    "mfa_index": "/accounts/2fa/",
    "mfa_activate_totp": "/accounts/2fa/totp/activate/",
    "mfa_add_webauthn": "/accounts/2fa/webauthn/add/",
}
WITH_A_FACTOR = {
    "mfa_index": "/accounts/2fa/",
    "mfa_add_webauthn": "/accounts/2fa/webauthn/add/",
    "mfa_list_webauthn": "/accounts/2fa/webauthn/",
    "mfa_edit_webauthn": "/accounts/2fa/webauthn/keys/{key}/edit/",
    "mfa_remove_webauthn": "/accounts/2fa/webauthn/keys/{key}/remove/",
    "mfa_reauthenticate": "/accounts/2fa/reauthenticate/",
    "mfa_reauthenticate_webauthn": "/accounts/2fa/webauthn/reauthenticate/",
    "mfa_view_recovery_codes": "/accounts/2fa/recovery-codes/",
    "mfa_generate_recovery_codes": "/accounts/2fa/recovery-codes/generate/",
    "mfa_deactivate_totp": "/accounts/2fa/totp/deactivate/",
}
SIGNING_IN = {"mfa_authenticate": "/accounts/2fa/authenticate/"}
# Spare codes are shown once and never as a file.
NEVER = frozenset({"mfa_download_recovery_codes"})


def addresses(resolver: URLResolver | None = None, before: str = "") -> Iterator[str]:
    """The names of all addresses, as the site resolves them."""
    for one in (resolver or get_resolver()).url_patterns:
        if isinstance(one, URLPattern):
            yield one.name or f"{before}{one.pattern}"
        else:
            yield from addresses(one, f"{before}{one.pattern}")
