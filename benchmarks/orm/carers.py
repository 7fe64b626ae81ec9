"""On-duty carers, their contracts, the children with them, and respite."""

from __future__ import annotations

from typing import Any

from django.db.models import Max, Min, QuerySet

from benchmarks.orm.asked import Asked, Peer, days, persons, total
from benchmarks.orm.care import CARER
from benchmarks.orm.homes import arrived, left, lived, living
from globa.care.away import AwayTime
from globa.care.contracts import CarerContract
from globa.care.stays import Stay


def on_duty(asked: Asked) -> QuerySet[Any]:
    return asked.of(CarerContract).filter(kind=CARER)


def in_force(asked: Asked) -> QuerySet[Any]:
    return asked.of(CarerContract).filter(during__contains=asked.closing)


def respite(asked: Asked) -> QuerySet[Any]:
    return asked.of(AwayTime).filter(kind="respite")


PEERS: dict[str, Peer] = {
    "foster-centre.on-duty-carers": lambda asked: persons(on_duty(asked).filter(during__overlap=asked.days), "carer"),
    "foster-centre.new-on-duty-carers": lambda asked: persons(on_duty(asked).filter(**asked.within("during__startswith")), "carer"),
    "foster-centre.carers-for-teenagers": lambda asked: persons(
        on_duty(asked).filter(age_to__gt=12, during__contains=asked.closing), "carer"
    ),
    "foster-centre.contracts-at-opening": lambda asked: asked.of(CarerContract).filter(during__contains=asked.opening).count(),
    "foster-centre.contracts-begun": lambda asked: asked.of(CarerContract).filter(**asked.within("during__startswith")).count(),
    "foster-centre.contracts-ended": lambda asked: asked.of(CarerContract).filter(**asked.within("during__endswith")).count(),
    "foster-centre.contracts-at-closing": lambda asked: in_force(asked).count(),
    "foster-centre.contract-places": lambda asked: total(in_force(asked), "places"),
    "foster-centre.youngest-agreed": lambda asked: in_force(asked).aggregate(age=Min("age_from"))["age"],
    "foster-centre.oldest-agreed": lambda asked: in_force(asked).aggregate(age=Max("age_to"))["age"],
    "foster-centre.children-with-on-duty-carers": lambda asked: persons(lived(asked, CARER), "child"),
    "foster-centre.children-with-on-duty-carers-at-opening": lambda asked: persons(living(asked, asked.opening, CARER), "child"),
    "foster-centre.children-with-on-duty-carers-at-closing": lambda asked: persons(living(asked, asked.closing, CARER), "child"),
    "foster-centre.on-duty-arrivals": lambda asked: arrived(asked, CARER).count(),
    "foster-centre.on-duty-departures": lambda asked: left(asked, CARER).count(),
    "foster-centre.on-duty-days": lambda asked: days(asked.of(Stay).filter(setting=CARER), asked),
    "foster-centre.on-duty-occupied-share": lambda asked: (
        persons(living(asked, asked.closing, CARER), "child"),
        total(on_duty(asked).filter(during__contains=asked.closing), "places"),
    ),
    "foster-centre.respite-times": lambda asked: respite(asked).filter(**asked.within("during__startswith")).count(),
    "foster-centre.respite-children": lambda asked: persons(respite(asked).filter(during__overlap=asked.days), "child"),
    "foster-centre.respite-days": lambda asked: days(respite(asked), asked),
}
