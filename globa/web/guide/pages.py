"""The guide: its contents, a chapter, and a part of one to be read beside the page that it explains."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from django_htmx.middleware import HtmxDetails

from globa.registry.accounts.news import read_news
from globa.web.guide.contents import NEWS, Chapter, Place, chapters, newest_news
from globa.web.guide.norms import shown
from globa.web.guide.texts import Text, text_of
from globa.web.whereabouts import role_of


@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """One's own chapters first, then those for everybody, then of other posts."""
    role = role_of(request)
    there = list(chapters().values())
    own = [one for one in there if role in one.roles]
    groups = {
        "own": own,
        "everybody": [one for one in there if one.is_for_everybody and one.slug != NEWS],
        "others": [one for one in there if one.roles and one not in own],
        "news": [chapters()[NEWS]],
    }
    return render(request, "guide/guide.html", {name: [_text(one) for one in group] for name, group in groups.items()})


@require_safe
def chapter(request: HttpRequest, chapter: str) -> HttpResponse:
    text = _text(_known(chapter))
    if chapter == NEWS and request.user.is_authenticated:
        read_news(user=request.user, newest=newest_news())
    return render(request, "guide/chapter.html", {"text": text, "parts": shown(text.parts, request)})


@require_safe
def part(request: HttpRequest, chapter: str, part: str) -> HttpResponse:
    """What the Help of a page puts beside it; whoever opens the address itself is led to the whole chapter."""
    place = Place(_known(chapter), part)
    found = _text(place.chapter).part(part)
    if found is None:
        raise Http404
    htmx: HtmxDetails = request.htmx  # type: ignore[attr-defined]
    if not htmx:
        return redirect(place.address)
    return render(request, "guide/part.html", {"place": place, "one": shown([found], request)[0]})


def _known(slug: str) -> Chapter:
    if slug not in chapters():
        raise Http404
    return chapters()[slug]


def _text(chapter: Chapter) -> Text:
    return text_of(chapter.slug, "en" if get_language() == "en" else "lt")
