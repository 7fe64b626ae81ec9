"""The tree, homes, posts, licences, norms, lists and first days on the pages of the administration."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from globa.care.dwellings import Bed, Capacity, Dwelling, Room
from globa.facts.tables import TABLES
from globa.registry.accounts.appointments import Role
from globa.registry.catalogue import CatalogueService
from globa.registry.norms import Norm
from globa.registry.organisations import Belonging, Organisation
from globa.registry.premises import Licence, LicensedAddress
from globa.registry.reasons import Reason
from globa.registry.recording import Recording
from globa.registry.schools import School
from globa.registry.staff import Post, PostAllowance, PostHolding, PostLimit
from tests import builders
from tests.builders import Place
from tests.fixtures import Stepping
from tests.web.administration.signing_in import day, send

pytestmark = pytest.mark.django_db
PAGES = (
    "", "users/", "users/invite/", "tree/", "posts/", "licences/", "norms/", "norms/coming-of-age/", "lists/", "recording/", "funding/",
)  # fmt: skip


@pytest.fixture
def group(head: Client, here: Place, as_owner: Stepping) -> Organisation:
    with as_owner():
        return builders.unit_of(here, "birch")


def added_home(head: Client, group: Organisation) -> Dwelling:
    send(head, f"tree/{group.pk}/", "home", name="Beržynas", places="3", **day("since", 2024, 1, 1))
    return Dwelling.objects.get(unit=group)


def test_the_pages_open_to_who_administers_and_to_nobody_else(head: Client, as_role: Callable[[Role], None]) -> None:
    assert {head.get(f"/administration/{page}").status_code for page in PAGES} == {200}
    as_role(Role.ADMINISTRATOR)
    assert {head.get(f"/administration/{page}").status_code for page in PAGES} == {200}
    for role in (Role.FOSTER_COORDINATOR, Role.ACCOUNTANT, Role.NATIONAL_OFFICER, Role.DATA_PROTECTION_OFFICER):
        as_role(role)
        assert {head.get(f"/administration/{page}").status_code for page in PAGES} == {404}, role


def test_the_first_page_says_what_wants_attention(head: Client) -> None:
    page = head.get("/administration/").content.decode()
    assert ("none is known here" in page, "not heard" in page, "1 account works here." in page) == (True, True, True)


def test_a_home_group_is_added_renamed_and_closed(head: Client, here: Place) -> None:
    fields = {"name": "Beržo šeimyna", "kind": "home_group", "parent": here.organisation.pk}
    status, led = send(head, "tree/", "add", **fields, **day("since", 2024, 1, 1))
    made = Organisation.objects.get(code="berzo-seimyna")
    assert (status, led, Belonging.objects.get(organisation=made).parent) == (302, f"/administration/tree/{made.pk}/", here.organisation)
    send(head, f"tree/{made.pk}/", "rename", name="Ąžuolo šeimyna", reason="Moved to another street")
    send(head, f"tree/{made.pk}/", "close", reason="Joined with another", **day("on", 2025, 9, 1))
    page = head.get(f"/administration/tree/{made.pk}/").content.decode()
    assert ("Ąžuolo šeimyna" in page, "does not work from 2025-09-01" in page, "Was renamed: Moved to another street" in page) == (
        True,
    ) * 3


def test_a_home_group_moves_below_another_unit(head: Client, here: Place, group: Organisation, as_owner: Stepping) -> None:
    with as_owner():
        homes = builders.unit_of(here, "homes", "community_homes")
    send(head, f"tree/{group.pk}/", "move", to=homes.pk, reason="Reorganised", **day("on", 2025, 1, 1))
    rows = Belonging.objects.filter(organisation=group).order_by("during")
    assert [(row.parent, row.during.upper) for row in rows] == [(here.organisation, date(2025, 1, 1)), (homes, None)]


def test_a_home_is_added_with_its_places_and_beds(head: Client, here: Place, group: Organisation) -> None:
    home = added_home(head, group)
    assert (home.name, home.organisation, Capacity.objects.get(dwelling=home).places) == ("Beržynas", here.organisation, 3)
    assert [(bed.name, bed.during.lower) for bed in Bed.objects.filter(dwelling=home)] == [(name, date(2024, 1, 1)) for name in "123"]


def test_rooms_beds_and_places_change_by_date(head: Client, group: Organisation) -> None:
    home = added_home(head, group)
    page = f"homes/{home.pk}/"
    send(head, page, "room", name="A")
    room = Room.objects.get(dwelling=home)
    send(head, page, "beds", number="1", room=room.pk, extra="Siblings came at night", **day("since", 2025, 2, 1))
    send(head, page, "places", places="4", **day("since", 2025, 1, 1))
    send(head, page, "away", bed=Bed.objects.get(name="1").pk, reason="Broken", **day("on", 2025, 3, 1))
    capacities = Capacity.objects.order_by("during").values_list("places", "during__endswith")
    assert list(capacities) == [(3, date(2025, 1, 1)), (4, None)]
    beds = Bed.objects.order_by("name").values_list("name", "is_extra", "during__endswith")
    assert list(beds) == [("1", False, date(2025, 3, 1)), ("2", False, None), ("3", False, None), ("4", True, None)]
    shown = head.get(f"/administration/{page}").content.decode()
    assert ("A bed was taken away: Broken" in shown, "room A" in shown) == (True, True)


def test_a_room_is_renamed_and_a_bed_moved_into_it(head: Client, group: Organisation) -> None:
    home = added_home(head, group)
    page = f"homes/{home.pk}/"
    for name in ("A", "B"):
        send(head, page, "room", name=name)
    room, bed = Room.objects.get(name="A"), Bed.objects.get(name="1")
    assert send(head, page, "rename", room=room.pk, name="Green")[0] == 302
    assert send(head, page, "move", bed=bed.pk, room=room.pk)[0] == 302
    bed.refresh_from_db()
    assert (bed.room_id, Room.objects.get(pk=room.pk).name) == (room.pk, "Green")
    status, shown = send(head, page, "rename", room=room.pk, name="B")
    assert (status, "already a room with this name" in shown, "A room was renamed" in shown) == (422, True, True)
    send(head, page, "move", bed=bed.pk, room="none")
    bed.refresh_from_db()
    assert bed.room_id is None


def test_a_bed_in_which_a_child_sleeps_stays(head: Client, here: Place, group: Organisation) -> None:
    home = added_home(head, group)
    builders.stay(here, builders.child(here), Bed.objects.get(name="1"), on=date(2024, 5, 1))
    fields = {"bed": Bed.objects.get(name="1").pk, "reason": "Broken"} | day("on", 2025, 1, 1)
    status, shown = send(head, f"homes/{home.pk}/", "away", **fields)
    assert (status, "A child sleeps in this bed" in shown, 'value="Broken"' in shown) == (422, True, True)
    status, shown = send(head, f"homes/{home.pk}/", "close", reason="Sold", **day("on", 2025, 1, 1))
    assert (status, "Record first where" in shown, Bed.objects.get(name="2").during.upper) == (422, True, None)


def test_a_home_closes_with_its_beds_and_then_its_group(head: Client, group: Organisation) -> None:
    home = added_home(head, group)
    status, shown = send(head, f"tree/{group.pk}/", "close", reason="Ends", **day("on", 2025, 1, 1))
    assert (status, "Close them first" in shown) == (422, True)
    assert send(head, f"homes/{home.pk}/", "close", reason="Sold", **day("on", 2025, 1, 1))[0] == 302
    assert send(head, f"tree/{group.pk}/", "close", reason="Ends", **day("on", 2025, 1, 1))[0] == 302
    ends = {*Bed.objects.values_list("during__endswith", flat=True), *Capacity.objects.values_list("during__endswith", flat=True)}
    assert ends == {date(2025, 1, 1)}


def test_a_place_of_another_institution_is_not_found(head: Client, elsewhere: Place) -> None:
    assert head.get(f"/administration/tree/{elsewhere.organisation.pk}/").status_code == 404
    assert send(head, f"tree/{elsewhere.organisation.pk}/", "rename", name="Mine", reason="x")[0] == 404


def test_a_post_is_allowed_held_and_left(head: Client, here: Place) -> None:
    post = {"title": "social_worker", "group": "social_work", "level": "A", "unit": "none", "fte": "2"}
    assert send(head, "posts/", "add", **post, **day("since", 2024, 1, 1))[0] == 302
    made, worker = Post.objects.get(), builders.person(here, "Rasa", purpose="work")
    page = f"posts/{made.pk}/"
    send(head, page, "allow", fte="1.5", reason="none", **day("since", 2025, 1, 1))
    send(head, page, "hold", worker=worker.pk, fte="0.5", **day("since", 2024, 3, 1))
    send(head, page, "leave", which=PostHolding.objects.get().pk, reason="none", **day("on", 2025, 3, 1))
    send(head, "posts/", "limit", fte="30.25", **day("since", 2024, 1, 1))
    allowed = PostAllowance.objects.order_by("during").values_list("fte", "during__endswith")
    assert list(allowed) == [(Decimal("2.00"), date(2025, 1, 1)), (Decimal("1.50"), None)]
    assert (PostHolding.objects.get().during.upper, PostLimit.objects.get().fte) == (date(2025, 3, 1), Decimal("30.25"))
    assert "Rasa" in head.get(f"/administration/{page}").content.decode()


def test_a_post_is_closed_with_whoever_holds_it(head: Client, here: Place) -> None:
    holding = builders.holding(here)
    PostAllowance.objects.create(organisation=here.organisation, post=holding.post, fte=1, during=(builders.SINCE, None))
    page = f"posts/{holding.post_id}/"
    assert send(head, page, "close", reason="", **day("on", 2025, 3, 1))[0] == 422
    assert send(head, page, "close", reason="Council decision T-12", **day("on", 2025, 3, 1))[0] == 302
    holding.refresh_from_db()
    ends = (holding.during.upper, Post.objects.get().during.upper, PostAllowance.objects.get().during.upper)
    assert ends == (date(2025, 3, 1),) * 3
    shown = head.get(f"/administration/{page}").content.decode()
    assert ("The post is not in the list from" in shown, "Was closed: Council decision T-12" in shown) == (True, True)
    assert head.post(f"/administration/{page}", {"do": "hold"}).status_code == 404


def test_a_post_is_not_closed_before_what_begins_in_it(head: Client, here: Place) -> None:
    holding = builders.holding(here)
    status, _said = send(head, f"posts/{holding.post_id}/", "close", reason="Closed", **day("on", 2019, 12, 1))
    assert (status, Post.objects.get().during.upper) == (422, None)


def test_a_licence_names_its_addresses(head: Client) -> None:
    assert send(head, "licences/", "add", kind="licence", number="L-1", **day("since", 2024, 1, 1))[0] == 302
    licence = Licence.objects.get()
    where = {"licence": licence.pk, "street": "Beržų g.", "house": "1", "flat": "", "place": "Alytus", "places": "8"}
    assert send(head, "licences/", "address", **where, **day("since", 2024, 1, 1))[0] == 302
    assert send(head, "licences/", "end", licence=licence.pk, reason="Renewed", **day("on", 2025, 1, 1))[0] == 302
    named = LicensedAddress.objects.get()
    assert (str(named.address), named.places, named.during.upper) == ("Beržų g. 1, Alytus", 8, date(2025, 1, 1))


def test_a_norm_gets_a_new_value_and_keeps_the_old_one(keeper: Client) -> None:
    page = "norms/coming-of-age/"
    fields = {"value": "19", "act": "Civilinis kodeksas", "point": "2.5 str.", "is_verified": "on"}
    assert send(keeper, page, "add", **fields, **day("since", 2027, 1, 1))[0] == 302
    values = [int(Norm.objects.in_force("coming-of-age", one).value) for one in (date(2026, 12, 31), date(2027, 1, 1))]
    assert values == [18, 19]
    shown = keeper.get(f"/administration/{page}").content.decode()
    assert ("2.5 str." in shown, "A value was added" in shown) == (True, True)


def test_a_norm_without_its_point_is_refused_and_stays_typed(keeper: Client) -> None:
    status, shown = send(keeper, "norms/coming-of-age/", "add", value="19", act="Kodeksas", **day("since", 2027, 1, 1))
    assert (status, "Name the article or point" in shown, 'value="Kodeksas"' in shown) == (422, True, True)


def test_a_head_reads_norms_and_lists_and_changes_none(head: Client) -> None:
    assert send(head, "norms/coming-of-age/", "add")[0] == 404
    assert send(head, "lists/", "reason")[0] == 404
    assert "Here you read them." in head.get("/administration/lists/").content.decode()


def test_a_value_is_marked_as_seen(keeper: Client) -> None:
    norm = Norm.objects.filter(is_verified=False, municipality=None).first()
    assert norm is not None
    assert send(keeper, f"norms/{norm.code}/", "seen", which=norm.pk)[0] == 302
    norm.refresh_from_db()
    assert norm.is_verified


def test_lists_grow_and_stop(keeper: Client) -> None:
    service = {"name": "Žygis", "name_en": "Hike", "group": "general", "spis_code": ""}
    assert send(keeper, "lists/", "service", **service, **day("since", 2024, 1, 1))[0] == 302
    made = CatalogueService.objects.get(code="hike")
    assert send(keeper, "lists/", "stop", which=made.pk, **day("on", 2025, 1, 1))[0] == 302
    assert send(keeper, "lists/", "reason", list="correction", name="Vardas", name_en="Name")[0] == 302
    assert send(keeper, "lists/", "unused", which=Reason.objects.get(code="name").pk)[0] == 302
    city = Organisation.objects.get(code="alytus-city")
    assert send(keeper, "lists/", "new_school", name="Dzūkijos mokykla", kind="general", municipality=city.pk)[0] == 302
    made.refresh_from_db()
    assert (made.during.upper, Reason.objects.get(code="name").is_used, School.objects.get().code) == (
        date(2025, 1, 1), False, "dzukijos-mokykla"
    )  # fmt: skip
    assert str(made) not in keeper.get("/services/record/").content.decode()


def test_the_first_day_of_recording_is_said_and_changed(head: Client, here: Place) -> None:
    status, _led = send(head, "recording/", "one", table="services", **day("since", 2023, 1, 1))
    assert (status, Recording.objects.get(organisation=here.organisation, table="services").since) == (302, date(2023, 1, 1))
    assert "2023-01-01" in head.get("/administration/recording/").content.decode()


def test_a_new_institution_says_one_day_for_everything(head: Client, here: Place, as_owner: Stepping) -> None:
    with as_owner():
        Recording.objects.filter(organisation=here.organisation).delete()
    send(head, "recording/", "all", **day("since", 2026, 1, 1))
    page = head.get("/administration/recording/").content.decode()
    assert ("not recorded</strong>" in page, set(Recording.objects.values_list("since", flat=True))) == (False, {date(2026, 1, 1)})
    assert page.count("The first day was said: 2026-01-01") == 1


def test_the_history_of_a_list_says_what_was_offered_before(keeper: Client) -> None:
    reason = Reason.objects.filter(is_used=True, list="correction")[0]
    send(keeper, "lists/", "unused", which=reason.pk)
    assert [version.is_used for version in builders.versions_of(reason)] == [True, False]
    for one in (CatalogueService.objects.all()[0], School.objects.create(code="s", name="S", kind="general")):
        assert len(builders.versions_of(one)) == 1


def test_kinds_of_record_without_a_first_day_are_spoken_of_only_where_there_are_some(head: Client, here: Place, as_owner: Stepping) -> None:
    send(head, "recording/", "all", **day("since", 2026, 1, 1))
    known = Recording.objects.filter(organisation=here.organisation)
    said = [head.get("/administration/").content.decode()]
    for kept in ([known[0].pk], []):
        with as_owner():
            known.exclude(pk__in=kept).delete()
        said.append(head.get("/administration/").content.decode())
    assert [f"All {len(TABLES)} kinds of record have" in page for page in said] == [True, False, False]
    assert [f"1 of {len(TABLES)} kinds of record have" in page for page in said] == [False, True, False]
    assert ["No kind of record has its first day yet" in page for page in said] == [False, False, True]
