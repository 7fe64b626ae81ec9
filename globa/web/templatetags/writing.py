"""Filters: how a number, a day, a duration and money stand in a sentence or a table."""

from __future__ import annotations

from datetime import date, datetime, time

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime

from globa.reports.writing import days, numbers, units
from globa.vocabulary.period import Period
from globa.vocabulary.unit import Unit

register = template.Library()


@register.filter
def number(value: numbers.Amount | None) -> str:
    return "" if value is None else numbers.number(value)


@register.filter
def money(value: numbers.Amount | None) -> str:
    return "" if value is None else numbers.money(value)


@register.filter
def percent(value: numbers.Amount | None) -> str:
    return "" if value is None else numbers.percent(value)


@register.filter
def duration(minutes: int | None) -> str:
    return "" if minutes is None else numbers.duration(minutes)


@register.filter
def counted(value: numbers.Amount | None, unit: Unit | str) -> str:
    """Write a number with its unit: `{{ 23|counted:"CHILDREN" }}` is “23 vaikai”."""
    known = unit if isinstance(unit, Unit) else Unit[unit]
    return "" if value is None else units.counted(known, value)


@register.filter
def day(value: date | None) -> str | SafeString:
    """Write a day for a table, machine-readable and unbroken."""
    if value is None:
        return ""
    return format_html('<time class="g-day" datetime="{}">{}</time>', days.iso(value), days.iso(value))


@register.filter
def day_in_words(value: date | None) -> str:
    return "" if value is None else days.in_a_sentence(value)


@register.filter
def weekday_and_day(value: date | None) -> str:
    return "" if value is None else days.in_a_sentence(value, weekday=True)


@register.filter
def clock(value: time | datetime | None) -> str:
    return "" if value is None else days.clock(localtime(value) if isinstance(value, datetime) else value)


@register.filter
def period(value: Period | None) -> str:
    return "" if value is None else days.period(value)


@register.filter
def age_on(born: date | None, on: date) -> int | None:
    return None if born is None else days.age(born, on)
