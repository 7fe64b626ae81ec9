"""Where the samples of the walk lie in the demonstration: who opens them, and the reader who finds them."""

from __future__ import annotations

from functools import cached_property

from playwright.sync_api import Locator, Page, expect

from globa.demonstration.accounts import PASSWORD
from tests.journeys.installation import sign_in

NOBODY, HEAD, COORDINATOR, PSYCHOLOGIST, ASSISTANT, NATIONAL, CLERK, OFFICER, ADMINISTRATOR = (
    "", "ausra@globa.example", "migle@globa.example", "juste@globa.example", "gytis@globa.example", "vejune@globa.example",
    "saule@globa.example", "elze@globa.example", "kostas@globa.example",
)  # fmt: skip
ACCOUNTANT = "nojus@globa.example"
PLANNER = "ramune@globa.example"
NEIGHBOUR = "skaiste@globa.example"
CENTRE, YEAR = "alytus-family-centre", "2023"
SHEET = f"/figures/{CENTRE}/{YEAR}/"
CARERS = f"{SHEET}foster-centre.children-with-on-duty-carers/"
RESIDENTS, _TO_STAY = f"{SHEET}homes.children-at-closing/records/", "main tbody a[href^='/records/care.stay/']"
STATISTICS, ACTIVITY = "foster-centre-statistics", "activity"
TEXT = "homes.children"
BORN = ("2020", "2", "3")
NOWHERE = "00000000-0000-7000-8000-000000000000"
LEDGER = "Data;Straipsnis;Šaltinis;Kasinės išlaidos, Eur\n2015-03-04;211111;15101;1 200,50\n".encode()
WRONG_TOTAL = (
    "Priemonė\tPanaudota, Eur\nDienos centras\t1000,00\nPagalba namuose\t500,00\nVasaros stovykla\t250,00\nIš viso\t1850,00\n".encode()
)
PLAN = (
    "Alytaus miesto savivaldybės 2019 metų socialinių paslaugų planas\n\n1 tikslas. Plėsti paslaugas\n"
    "Uždaviniai\tPriemonės\tLėšos eurais\tVykdytojai\tLaukiamas rezultatas\tPanaudotos lėšos eurais\tPasiektas rezultatas\n"
    "1.1. padėti\t1.1.1. globoti vaikus\t123 00,00 (114 800,00 savivaldybės biudžeto lėšos, 8 200,00 ES lėšos)\tCentras\t"
    "Paslaugas gaus apie 25 vaikai, iš jų 5 vaikai su negalia.\t100,00 ES lėšos\tPaslaugas gavo 26 vaikai.\n"
)


class Places:
    """Where the samples lie: found once, by a reader who follows links, begins reports and signs them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.signed_in_as = NOBODY

    def seen_as(self, account: str, address: str) -> Page:
        if account != self.signed_in_as:
            self.page.context.clear_cookies()
            sign_in(self.page, account, PASSWORD)
            self.signed_in_as = account
        self.page.goto(address)
        return self.page

    def first(self, address: str, selector: str, account: str = HEAD) -> str:
        """The address of the first link that the selector finds on a page."""
        return str(self.seen_as(account, address).locator(selector).first.get_attribute("href")).partition("#")[0]

    @cached_property
    def entry(self) -> str:
        """An entry of the ledger."""
        return self.first("/money/?year=2023", "main tbody th a", ACCOUNTANT)

    @cached_property
    def ledger_file(self) -> str:
        """A file that was taken into the ledger, of a year that nobody else asks about."""
        page = self.seen_as(ACCOUNTANT, "/money/files/")
        if (known := page.locator("main li a", has_text="list.csv")).count():
            return str(known.first.get_attribute("href"))
        page.goto("/money/import/")
        page.locator("#id_file").set_input_files({"name": "list.csv", "mimeType": "text/csv", "buffer": LEDGER})
        page.locator("main form .govuk-button").click()
        page.locator("#source-1").select_option(index=1, timeout=60_000)
        page.locator("button[name=book]").click()
        page.wait_for_url("**/money/files/*/")
        return page.url.removeprefix(page.url.partition("/money/")[0])

    @cached_property
    def group(self) -> str:
        """A home group with homes, on its page of the administration."""
        return self.first("/administration/tree/", "li:has(.end:not(:empty)) a")

    @cached_property
    def child(self) -> str:
        """Lives with a carer of the centre now; the coordinator works with the child."""
        for address in self.all("/people/?who=children", "main tbody tr:has(a[href^='/homes/']) th a", COORDINATOR):
            if self.seen_as(COORDINATOR, address).locator("a[href$='/away/']").count():
                return address
        raise LookupError("the coordinator works with no child who lives here")

    @cached_property
    def resident(self) -> str:
        """Lives in a home of the centre now; the coordinator knows the name only."""
        return self.first("/people/?who=children", "main tbody tr:has(a[href^='/homes/alytus-home-1']) th a", ASSISTANT)

    def all(self, address: str, selector: str, account: str) -> list[str]:
        return [str(link.get_attribute("href")) for link in self.seen_as(account, address).locator(selector).all()]

    @cached_property
    def carer(self) -> str:
        return self.first("/homes/", "section:has-text('globotojai') .g-list a")

    @cached_property
    def away(self) -> str:
        """The page on which an absent child comes back; somebody is made absent where nobody is."""
        page = self.seen_as(COORDINATOR, f"{self.child}away/")
        page.locator("main input[type=radio] + label").first.click()
        send(page, "main form[method=post] button.govuk-button")
        return self.first(self.child, "a[href*='/away/'][href$='/back/']", COORDINATOR)

    @cached_property
    def question(self) -> str:
        """Where the head answers another institution, which asks for the file of a child with a personal code."""
        waiting = "section[aria-labelledby=questions] li:has(.g-tag--amber) a"
        if not self.seen_as(HEAD, "/people/asked/").locator(waiting).count():
            self._ask(self._code())
        return self.first("/people/asked/", waiting)

    def _code(self) -> str:
        """The personal code of the first child of whom it is recorded."""
        for address in self.all("/people/?who=children", "main tbody th a", HEAD):
            shows = self.seen_as(HEAD, address).locator("form[action$='/personal-code/'] button")
            if shows.count():
                _sent(shows.first)
                return self.page.locator(".g-id .g-num").inner_text()
        raise LookupError("of no child is the personal code recorded")

    def _ask(self, code: str) -> None:
        page = self.seen_as(NEIGHBOUR, "/people/new/")
        for field, text in {"given_name": "Vaikas", "personal_code": code}.items():
            page.locator(f"#id_{field}").fill(text)
        page.locator("label[for=id_purpose_0]").click()
        send(page, ".g-stick button")
        page.locator("#id_ask-why").fill("Vaikas atvyko pas mūsų globėją, reikia teikti paslaugas.")
        send(page, "button[name=do][value=ask]")

    @cached_property
    def not_in_care(self) -> str:
        """A child who is registered and lives nowhere of ours."""
        page = self.seen_as(COORDINATOR, "/people/new/")
        page.locator("#id_given_name").fill("Ąžuolė")
        page.locator("#id_family_name").fill("Nameišraduotoji")
        for part, number in zip(("year", "month", "day"), BORN, strict=True):
            page.locator(f"[name$='_{part}']").first.fill(number)
        page.locator("label[for^=id_purpose]").first.click()
        send(page, "main form[method=post] button.govuk-button")
        if page.locator("section[aria-labelledby=alike]").count():
            send(page, "main form[method=post] button.govuk-button")
        return path_of(page)

    @cached_property
    def service(self) -> str:
        return self.first("/services/?month=2024", "main tbody a[href^='/services/']", COORDINATOR)

    @cached_property
    def kept_service(self) -> str:
        """One that is not withdrawn."""
        return self.first("/services/?month=2023", "main tbody a[href^='/services/']", COORDINATOR)

    @cached_property
    def ready(self) -> str:
        """A report that can be signed, and is not."""
        return self._report(STATISTICS, "2025")

    @cached_property
    def draft(self) -> str:
        """A report that is being written, with a number typed by hand that contradicts the records."""
        report = self._report(ACTIVITY, "2023")
        page = self.seen_as(HEAD, f"{report}texts/{TEXT}/")
        page.locator("#id_text").fill("Metų pabaigoje bendruomeniniuose namuose gyveno 4300 vaikų.")
        send(page, "main form[method=post] button.govuk-button")
        return report

    @cached_property
    def explained(self) -> str:
        return self.first(self.draft, "a[href*='/explain/']")

    @cached_property
    def signed(self) -> str:
        """One whose records changed afterwards."""
        report = self._signed("2024")
        page = self.seen_as(COORDINATOR, f"{self.service}withdraw/")
        if page.locator("#id_reason").count():
            page.locator("#id_reason").fill("Įrašyta ne tai šeimai.")
            send(page, "main .govuk-button--warning")
        return report

    @cached_property
    def submitted(self) -> str:
        report = self._signed("2022")
        self._submit(report)
        return report

    @cached_property
    def approved(self) -> str:
        report = self._signed("2023")
        self._submit(report)
        page = self.seen_as(HEAD, f"{report}approve/")
        if page.locator("#id_decision_number").count():
            page.locator("#id_decision_number").fill("T-112")
            for part, number in (("year", "2026"), ("month", "3"), ("day", "26")):
                page.locator(f"[name=decided_on_{part}]").fill(number)
            page.locator("#id_file").set_input_files({"name": "signed.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"})
            send(page, "main form[method=post] button.govuk-button")
        return report

    @cached_property
    def template(self) -> str:
        """The shipped Word template, taken as the office's own."""
        page = self.seen_as(HEAD, "/reports/templates/add/activity/")
        shipped = page.context.request.get("/reports/templates/shipped/").body()
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        page.locator("main input[type=file]").set_input_files({"name": "own.docx", "mimeType": kind, "buffer": shipped})
        send(page, "main form[method=post] button.govuk-button")
        taken = path_of(page)
        _sent(page.locator("form[action$='/use/'] button"))
        return taken

    @cached_property
    def exported(self) -> str:
        page = self.seen_as(HEAD, self.approved)
        send(page, ".g-downloads button")
        return path_of(page)

    @cached_property
    def checked(self) -> str:
        """A document in which something was found."""
        return self._dropped("ataskaita.txt", WRONG_TOTAL)

    @cached_property
    def not_checked(self) -> str:
        return self._dropped("nuotrauka.jpg", bytes.fromhex("ffd8ffe000104a46494600") * 20)

    @cached_property
    def plan_document(self) -> str:
        """A plan of another year with a doubt, about which the clerk has to decide."""
        page = self.seen_as(CLERK, "/plans/import/")
        page.locator("#id_year").fill("2019")
        page.locator("#id_file").set_input_files({"name": "planas.txt", "mimeType": "text/plain", "buffer": PLAN.encode()})
        send(page, "main form .govuk-button")
        expect(page.locator("#decide")).to_be_visible(timeout=60_000)
        return path_of(page)

    @cached_property
    def plan_report_document(self) -> str:
        """A report on a plan that is kept already, with a line that nothing in the plan fits."""
        assert self.plan_amended
        page = self.seen_as(PLANNER, "/plans/import/")
        page.locator("#id_year").fill("2011")
        content = PLAN.replace("Alytaus miesto", "Visagino").replace("2019", "2011")
        page.locator("#id_file").set_input_files({"name": "ataskaita.txt", "mimeType": "text/plain", "buffer": content.encode()})
        send(page, "main form .govuk-button")
        expect(page.locator("#decide")).to_be_visible(timeout=60_000)
        return path_of(page)

    @cached_property
    def plan_amended(self) -> str:
        """The second version of a plan of a year that nobody else asks about, a draft; the first is approved."""
        draft = "main tbody tr:has-text('2011') th a"
        if not self.all("/plans/", draft, PLANNER):
            self._begin_a_plan()
        return self.all("/plans/", draft, PLANNER)[0]

    def _begin_a_plan(self) -> None:
        """Goal, objective, measure and line, approved and amended."""
        self._write("/plans/new/", "begin", year="2011", title="2011 metų planas")
        tree = path_of(self.page)
        for no, text in (("1", "Tikslas"), ("1.1", "Uždavinys"), ("1.1.1", "Priemonė")):
            self._write(path_of(self.page), "goal" if no == "1" else "add", no=no, text=text)
        self._write(path_of(self.page), "add", bodies="Šeimos centras")
        decided = {"on_0": "2011", "on_1": "3", "on_2": "1", "decision_no": "TS-1"}
        self._write(tree.replace("/tree/", "/approve/"), "approve", **decided)
        self._write(tree.replace("/tree/", "/amend/"), "amend", title="2011 metų planas")

    def _write(self, address: str, do: str, **given: str) -> None:
        page = self.seen_as(PLANNER, address)
        for name, text in given.items():
            page.locator(f"#id_{do}-{name}").fill(text)
        _sent(page.locator(f"form:has(input[value={do}]) .govuk-button"))

    @cached_property
    def plan_report(self) -> str:
        """The report on the demonstration's plan, begun."""
        plan = self.first("/plans/", "main tbody a[href^='/plans/']", PLANNER)
        page = self.seen_as(PLANNER, f"{plan}report/")
        if page.locator("main form input[value=begin]").count():
            send(page, "main form .govuk-button")
        return f"{plan}report/"

    def _dropped(self, name: str, content: bytes) -> str:
        page = self.seen_as(HEAD, "/checks/")
        page.locator("#id_file").set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": content})
        send(page, "main form .govuk-button")
        expect(page.locator("[role=status] svg")).to_have_count(0, timeout=60_000)
        return path_of(page)

    @cached_property
    def reviewed(self) -> str:
        """Where the head reviews an opening of a file in an emergency; the psychologist opens one where nobody did."""
        waiting = "main tbody a[href^='/emergencies/']"
        if not self.seen_as(HEAD, "/emergencies/").locator(waiting).count():
            self._open_in_emergency(self.not_in_care)
        return self.first("/emergencies/", waiting)

    def _open_in_emergency(self, person: str) -> None:
        page = self.seen_as(HEAD, person)
        given, family = page.locator("h1").inner_text().split(" ", 1)
        page = self.seen_as(PSYCHOLOGIST, "/people/emergency/")
        written = {"given_name": given, "family_name": family, "born": BORN[0], "reason": "Naktį pabėgo, nieko nepavyksta pasiekti."}
        for field, text in written.items():
            page.locator(f"#id_{field}").fill(text)
        send(page, "main form[method=post] button.govuk-button")

    @cached_property
    def noticed(self) -> str:
        """Where the head explains a look; somebody asks for what is not there until it is noticed."""
        for number in range(3):
            self.seen_as(PSYCHOLOGIST, f"/people/{NOWHERE[:-1]}{number}/")
        return self.first("/looks/", "a[href*='/looks/explain/']")

    def _signed(self, year: str) -> str:
        report = self._report(STATISTICS, year)
        page = self.seen_as(HEAD, f"{report}sign/")
        if page.locator("label[for=id_confirm]").count():
            page.locator("label[for=id_confirm]").click()
            send(page, "main form[method=post] button.govuk-button")
        return report

    def _submit(self, report: str) -> None:
        button = self.seen_as(HEAD, report).locator("form[action$='/submit/'] button")
        if button.count():
            _sent(button)

    def _report(self, form: str, year: str) -> str:
        """Begin it, or open the one that is there."""
        page = self.seen_as(HEAD, "/reports/")
        title = {ACTIVITY: "veiklos", STATISTICS: "statistika"}[form]
        there = page.locator("main tbody tr", has_text=f"-{year}-A").get_by_role("link").filter(has_text=title)
        if there.count():
            return str(there.first.get_attribute("href"))
        page.locator("main details summary").last.click()
        page.locator(f"details input[value={form}] + label").click()
        page.locator("#id_year").select_option(year)
        send(page, "details form .govuk-button")
        return path_of(page)


def send(page: Page, selector: str) -> None:
    _sent(page.locator(selector).first)


def _sent(button: Locator) -> None:
    with button.page.expect_navigation():
        button.click()


def path_of(page: Page) -> str:
    return "/" + page.url.split("/", 3)[3].partition("#")[0]
