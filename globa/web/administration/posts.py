"""The list of posts: how much of each is allowed, the most that the council decided, and who holds them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from globa.registry import staff
from globa.registry.reasons import Reason, ReasonList
from globa.registry.staff import Level, Post, PostAllowance, PostGroup, PostHolding, PostLimit, PostTitle
from globa.vocabulary.calendar import today
from globa.web.administration.keeping import Keeping, keeping, told
from globa.web.forms.acts import Act, Day, RowField, Rows, Why, page
from globa.web.forms.choosing import titled
from globa.web.reading import looked_at
from globa.web.whereabouts import PlacedRequest

NO_UNIT, NO_REASON = "none", "none"


@dataclass(frozen=True)
class Line:
    post: Post
    allowed: PostAllowance | None
    held: list[PostHolding]

    @property
    def is_closed(self) -> bool:
        return self.post.during.upper is not None and self.post.during.upper <= today()


def fte(label: Any) -> forms.DecimalField:
    wrong = {"required": _("Write how many full-time equivalents."), "invalid": _("Write a number.")}
    return forms.DecimalField(
        label=label,
        min_value=0,
        max_digits=6,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput({"inputmode": "decimal"}),
        error_messages=wrong,
    )


class PostForm(forms.Form):
    title = forms.ChoiceField(
        label=_("Post"), choices=[("", ""), *titled(PostTitle.choices)], error_messages={"required": _("Choose the post.")}
    )
    group = forms.ChoiceField(label=_("Group"), choices=titled(PostGroup.choices))
    level = forms.ChoiceField(label=_("Level"), choices=Level.choices)
    unit = RowField(label=_("Unit or home"))
    fte = fte(_("Full-time equivalents allowed"))
    since = Day(label=_("From"))


class LimitForm(forms.Form):
    fte = fte(_("Most full-time equivalents"))
    since = Day(label=_("From"))


class AllowForm(forms.Form):
    fte = fte(_("Full-time equivalents allowed"))
    since = Day(label=_("From"))
    reason = RowField(label=_("Reason"))


class HoldForm(forms.Form):
    worker = RowField(label=_("Worker"), error_messages={"required": _("Choose the worker.")})
    fte = fte(_("Full-time equivalents"))
    since = Day(label=_("From"))


class LeaveForm(forms.Form):
    which = RowField(label=_("Worker"), error_messages={"required": _("Choose the worker.")})
    on = Day(label=_("First day without the post"))
    reason = RowField(label=_("Reason"))


class CloseForm(forms.Form):
    on = Day(
        label=_("First day without the post"),
        help_text=_("Whoever holds the post leaves it on that day, and none of it is allowed from then."),
    )
    reason = Why(label=_("Why, by which decision"))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def posts(request: PlacedRequest) -> HttpResponse:
    at = keeping(request)
    lines = _lines(at)
    looked_at(request, [one.worker_id for line in lines for one in line.held])
    limits = PostLimit.objects.visible_to(at.user).filter(organisation=at.organisation).order_by("-during")
    shown = {"lines": lines, "limits": limits, "told": told(at.user, *limits)}
    units = [*((one, label) for one, label in at.working()), (NO_UNIT, gettext("the whole institution"))]
    acts = {
        "add": Act(
            PostForm,
            lambda given: _add(at, given),
            _("The post is in the list."),
            rows={"unit": units},
            initial={"unit": NO_UNIT},
            to=lambda made: reverse("administration-post", args=[made.pk]),
        ),
        "limit": Act(
            LimitForm,
            lambda given: staff.limit_posts(organisation=at.organisation, by=at.user, **given),
            _("The most posts are recorded from that day."),
            at={"post_limit_is_positive": "fte", "one_post_limit_at_a_time": "since"},
        ),
    }
    return page(request, "administration/posts.html", lambda: shown, acts)


def _lines(at: Keeping) -> list[Line]:
    """Three queries, however many posts."""
    held: dict[UUID, list[PostHolding]] = {}
    for one in (
        PostHolding.objects.visible_to(at.user).filter(organisation=at.organisation, during__contains=today()).select_related("worker")
    ):
        held.setdefault(one.post_id, []).append(one)
    allowed = {one.post_id: one for one in PostAllowance.objects.visible_to(at.user).filter(during__contains=today())}
    found = Post.objects.visible_to(at.user).filter(organisation=at.organisation).select_related("unit").order_by("group", "title", "pk")
    return [Line(post, allowed.get(post.pk), held.get(post.pk, [])) for post in found]


def _add(at: Keeping, given: dict[str, Any]) -> Post:
    unit = None if given["unit"] == NO_UNIT else given["unit"]
    return staff.add_post(
        organisation=at.organisation,
        title=given["title"],
        group=given["group"],
        levels=[given["level"]],
        fte=given["fte"],
        since=given["since"],
        by=at.user,
        unit=unit,
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def post(request: PlacedRequest, pk: UUID) -> HttpResponse:
    at = keeping(request)
    found = get_object_or_404(Post.objects.visible_to(at.user).filter(organisation=at.organisation).select_related("unit"), pk=pk)
    allowances = list(found.allowances.select_related("reason").order_by("-during"))
    holdings = list(found.holdings.select_related("worker", "reason").order_by("-during"))
    looked_at(request, [one.worker_id for one in holdings])
    shown = {"post": found, "allowances": allowances, "holdings": holdings, "told": told(at.user, found, *allowances, *holdings)}
    return page(request, "administration/post.html", lambda: shown, _acts(at, found, holdings))


def _acts(at: Keeping, found: Post, holdings: list[PostHolding]) -> dict[str, Act]:
    """From a post that is closed, or closes on a day that is known, workers only leave."""
    reasons = [
        *((one, str(one)) for one in Reason.objects.filter(list=ReasonList.POST_CHANGE, is_used=True)),
        (NO_REASON, gettext("not said")),
    ]
    now = [(one, one.worker.name) for one in holdings if one.during.upper is None or one.during.upper > today()]
    leaving = _leaving(at, now, reasons) if now else {}
    return leaving if found.during.upper else _filling(at, found, reasons) | leaving | {"close": _closing(at, found)}


def _filling(at: Keeping, found: Post, reasons: Rows) -> dict[str, Act]:
    return {
        "hold": Act(
            HoldForm,
            lambda given: staff.hold(post=found, by=at.user, **given),
            _("The worker holds the post from that day."),
            rows={"worker": at.workers()},
            at={
                "holding_is_part_of_a_post": "fte", "worker_holds_a_post_once_at_a_time": "worker",
                "post_is_held_while_it_is_in_the_list": "since",
            },
        ),
        "allow": Act(
            AllowForm,
            lambda given: staff.allow(post=found, by=at.user, **_reasoned(given)),
            _("So much of the post is allowed from that day."),
            rows={"reason": reasons},
            initial={"reason": NO_REASON},
            at={"one_allowance_at_a_time": "since"},
        ),
    }  # fmt: skip


def _leaving(at: Keeping, now: Rows, reasons: Rows) -> dict[str, Act]:
    leave = Act(
        LeaveForm,
        lambda given: staff.leave_post(holding=given["which"], on=given["on"], by=at.user, reason=_reasoned(given)["reason"]),
        _("The worker leaves the post on that day."),
        rows={"which": now, "reason": reasons},
        initial={"reason": NO_REASON},
        at={"holding_lasts_a_day": "on"},
    )
    return {"leave": leave}


def _closing(at: Keeping, found: Post) -> Act:
    return Act(
        CloseForm,
        lambda given: staff.close_post(post=found, on=given["on"], by=at.user, reason=given["reason"]),
        _("The post is not in the list from that day."),
        at={"post_lasts_a_day": "on", "holding_lasts_a_day": "on", "one_allowance_at_a_time": "on"},
    )


def _reasoned(given: dict[str, Any]) -> dict[str, Any]:
    return given | {"reason": None if given["reason"] == NO_REASON else given["reason"]}
