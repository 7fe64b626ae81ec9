"""How two people are related: stored once, read from both sides."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from psycopg.types.range import DateRange

from globa.journal.concerns import by_file
from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.protection import Protection
from globa.registry.access import OwnQuerySet
from globa.registry.ownership import recorded_by
from globa.vocabulary.sensitivity import classes


class RelationKind(models.TextChoices):
    """What `person` is to `other`."""

    PARENT = "parent", _("parent of")
    CHILD = "child", _("child of")
    GRANDPARENT = "grandparent", _("grandparent of")
    GRANDCHILD = "grandchild", _("grandchild of")
    SIBLING = "sibling", _("brother or sister of")
    AUNT_OR_UNCLE = "aunt_or_uncle", _("aunt or uncle of")
    NIECE_OR_NEPHEW = "niece_or_nephew", _("niece or nephew of")
    SPOUSE = "spouse", _("spouse or partner of")
    GODPARENT = "godparent", _("godparent of")
    GODCHILD = "godchild", _("godchild of")
    NEAR = "near", _("a near person of")


INVERSE = {
    RelationKind.PARENT: RelationKind.CHILD,
    RelationKind.CHILD: RelationKind.PARENT,
    RelationKind.GRANDPARENT: RelationKind.GRANDCHILD,
    RelationKind.GRANDCHILD: RelationKind.GRANDPARENT,
    RelationKind.SIBLING: RelationKind.SIBLING,
    RelationKind.AUNT_OR_UNCLE: RelationKind.NIECE_OR_NEPHEW,
    RelationKind.NIECE_OR_NEPHEW: RelationKind.AUNT_OR_UNCLE,
    RelationKind.SPOUSE: RelationKind.SPOUSE,
    RelationKind.GODPARENT: RelationKind.GODCHILD,
    RelationKind.GODCHILD: RelationKind.GODPARENT,
    RelationKind.NEAR: RelationKind.NEAR,
}


class RelationQuerySet(OwnQuerySet):
    def of(self, person: models.Model) -> RelationQuerySet:
        return self.filter(Q(person=person) | Q(other=person))


@tracked
class Relation(models.Model):
    """`person` is `kind` `other`: "parent of". The inverse is read, never stored beside it."""

    id = key()
    organisation = recorded_by()
    person = models.ForeignKey("registry.Person", on_delete=models.PROTECT, related_name="relations", verbose_name=_("person"))
    other = models.ForeignKey("registry.Person", on_delete=models.PROTECT, related_name="relations_to", verbose_name=_("person"))
    kind = models.CharField(_("is"), max_length=20, choices=RelationKind)
    during = DateRangeField(_("since"), null=True, blank=True)

    objects = RelationQuerySet.as_manager()

    protection = Protection.ORGANISATION
    concerns = by_file("person", "other")
    sensitivity = classes(S1="id organisation", S2="person other kind during")

    class Meta:
        verbose_name = _("relation")
        constraints = [
            models.CheckConstraint(
                name="nobody_is_related_to_oneself",
                condition=~Q(person=models.F("other")),
                violation_error_message=_("A person cannot be related to themselves. Choose the other person."),
            ),
            ExclusionConstraint(
                name="relation_is_stored_once",
                expressions=[
                    ("organisation", RangeOperators.EQUAL),
                    ("person", RangeOperators.EQUAL),
                    ("other", RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    (Coalesce("during", Value(DateRange(None, None))), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("This relation is already recorded."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind} {self.other_id}"

    def seen_from(self, person: models.Model) -> RelationKind:
        """Return what the other one is to `person`."""
        kind = RelationKind(self.kind)
        return kind if self.other_id == person.pk else INVERSE[kind]
