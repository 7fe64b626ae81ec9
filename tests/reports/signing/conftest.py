from __future__ import annotations

import pytest

from globa.registry.models import User
from tests import builders
from tests.builders import Place
from tests.fixtures import elsewhere, here, in_english, in_the_name_of
from tests.reports.signing.world import Signed, Stepping, signed_report

__all__ = ["elsewhere", "here", "in_english", "in_the_name_of"]


@pytest.fixture
def director(here: Place, as_owner: Stepping) -> User:
    """Whoever works at the place is its director today, by the list of posts."""
    director = builders.person(here, "Aldona")
    builders.holding(here, worker=director, of=builders.post(here, "director"))
    with as_owner():
        User.objects.filter(pk=here.worker.pk).update(person=director)
    here.worker.refresh_from_db()
    return here.worker


@pytest.fixture
def signed(here: Place, director: User, as_owner: Stepping) -> Signed:
    """Three coordinator services of 2023 and the signed report that counts them."""
    with as_owner():
        return_since = builders.SINCE
        from globa.registry.models import Recording

        Recording.objects.create(organisation=here.organisation, table="services", since=return_since)
    child, worker = builders.child(here), builders.person(here, "Rasa")
    services = [builders.service(here, child, provider=worker) for _each in range(3)]
    return signed_report(here, director, services)
