"""What somebody is to a person, in the words of a family: mother, brother, guardian family."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from globa.registry.people import Person, Sex
from globa.registry.relations import Relation, RelationKind

WORDS: dict[RelationKind, tuple[Promise | str, Promise | str, Promise | str]] = {  # a woman, a man, not known
    RelationKind.PARENT: (pgettext_lazy("relation", "mother"), pgettext_lazy("relation", "father"), pgettext_lazy("relation", "parent")),
    RelationKind.CHILD: (pgettext_lazy("relation", "daughter"), pgettext_lazy("relation", "son"), pgettext_lazy("relation", "child")),
    RelationKind.GRANDPARENT: (
        pgettext_lazy("relation", "grandmother"), pgettext_lazy("relation", "grandfather"), pgettext_lazy("relation", "grandparent"),
    ),
    RelationKind.GRANDCHILD: (
        pgettext_lazy("relation", "granddaughter"), pgettext_lazy("relation", "grandson"), pgettext_lazy("relation", "grandchild"),
    ),
    RelationKind.SIBLING: (
        pgettext_lazy("relation", "sister"), pgettext_lazy("relation", "brother"), pgettext_lazy("relation", "brother or sister"),
    ),
    RelationKind.AUNT_OR_UNCLE: (
        pgettext_lazy("relation", "aunt"), pgettext_lazy("relation", "uncle"), pgettext_lazy("relation", "aunt or uncle"),
    ),
    RelationKind.NIECE_OR_NEPHEW: (
        pgettext_lazy("relation", "niece"), pgettext_lazy("relation", "nephew"), pgettext_lazy("relation", "niece or nephew"),
    ),
    RelationKind.SPOUSE: (pgettext_lazy("relation", "wife or partner"), pgettext_lazy("relation", "husband or partner"),
                          pgettext_lazy("relation", "spouse or partner")),
    RelationKind.GODPARENT: (
        pgettext_lazy("relation", "godmother"), pgettext_lazy("relation", "godfather"), pgettext_lazy("relation", "godparent"),
    ),
    RelationKind.GODCHILD: (
        pgettext_lazy("relation", "goddaughter"), pgettext_lazy("relation", "godson"), pgettext_lazy("relation", "godchild"),
    ),
    RelationKind.NEAR: (pgettext_lazy("relation", "near person"),) * 3,
}  # fmt: skip


@dataclass(frozen=True)
class Relative:
    person: Person
    word: str


def relatives_of(person: Person, relations: list[Relation]) -> list[Relative]:
    """Read every relation from the side of `person`, whichever side it was stored from."""
    found = [(relation.person if relation.other_id == person.pk else relation.other, relation.seen_from(person)) for relation in relations]
    order = list(RelationKind)
    return [Relative(other, _word(kind, other.sex)) for other, kind in sorted(found, key=lambda one: (order.index(one[1]), one[0].name))]


def _word(kind: RelationKind, sex: str) -> str:
    woman, man, unknown = WORDS[kind]
    return str(woman if sex == Sex.FEMALE else man if sex == Sex.MALE else unknown)
