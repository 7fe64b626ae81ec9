"""Braces that name nothing: a reference that was mistyped, or a figure that is no longer counted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from globa.reports.checks.finding import Finding, Severity, stable
from globa.reports.checks.walking import Walk
from globa.reports.document import Words

RULE = "reference"
BRACES = re.compile(r"\{[^{}\n]*\}")


def find(walk: Walk) -> Iterator[Finding]:
    for section, passage in walk.passages:
        said = " ".join(span.text for paragraph in passage.paragraphs for span in paragraph.spans if isinstance(span, Words))
        for braces in dict.fromkeys(BRACES.findall(said)):
            message = _("%(braces)s names no figure, so readers will see the braces. Choose the figure anew.") % {"braces": braces}
            yield Finding(RULE, Severity.FORM, (walk.in_passage(section, passage),), message, stable(RULE, passage.key, braces), braces)
