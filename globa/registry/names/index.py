"""
The index of names: which words there are, and who has them.

Triggers of the database write it and functions of the database read it (globa/config/database/names.sql); nobody else
has any right to it, for it holds the names of everybody. Candidates that come out of it are ids, and row security
and the policy are asked about each.
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from globa.journal.protection import Protection
from globa.vocabulary.sensitivity import classes


class NameWord(models.Model):
    """
    One word of names without its marks, or a family's stem with a hyphen after it: “kazlauskiene”, “kazlausk-”.

    `spellings` are the word itself and what is left of it when any one letter is missing: two words with a key in common are
    one slip apart. Two workers may add one word at the same time; it then stands twice, which does no harm.
    """

    spelled = models.TextField(_("word"))
    spellings = ArrayField(models.TextField(), verbose_name=_("its spellings"))

    protection = Protection.INDEX
    sensitivity = classes(S1="id", S2="spelled spellings")

    class Meta:
        indexes = [
            models.Index(fields=["spelled"], name="name_word_begins", opclasses=["text_pattern_ops"]),
            GinIndex(fields=["spellings"], name="name_word_keys", fastupdate=False),
            GinIndex(fields=["spelled"], name="name_word_trigrams", fastupdate=False, opclasses=["gin_trgm_ops"]),
        ]

    def __str__(self) -> str:
        return self.spelled


class NameUse(models.Model):
    """`person_id` is found by the word; `said_by` is the record whose name it is: of two merged ones perhaps the other."""

    spelled = models.TextField(_("word"))
    person_id = models.UUIDField(_("person"))
    said_by = models.UUIDField(_("record"))

    protection = Protection.INDEX
    sensitivity = classes(S1="id", S2="spelled person_id said_by")

    class Meta:
        indexes = [
            models.Index(fields=["spelled", "person_id"], name="name_use_by_word"),
            models.Index(fields=["person_id", "spelled"], name="name_use_by_person"),
            models.Index(fields=["said_by"], name="name_use_said_by"),
        ]

    def __str__(self) -> str:
        return f"{self.spelled}: {self.person_id}"
