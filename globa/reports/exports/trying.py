"""Trying an office's Word template before anything depends on it."""

from __future__ import annotations

from globa.reports.exports import sample
from globa.reports.exports.export import fill
from globa.reports.exports.refusals import template_refused

LARGEST = 10 * 1024 * 1024


def tried(template: bytes) -> bytes:
    """
    Fill it with the sample, as a draft and as a signed report; return the signed one to be looked at.

    Refused with a sentence: what is no Word file, is too large packed or unpacked, holds programs or reads other files,
    names what a report does not have, or asks for what a template must not use.
    """
    if len(template) > LARGEST:
        raise template_refused("too_large", most=LARGEST // (1024 * 1024))
    fill(sample.document(), sample.DRAFT, template, is_foreign=True)
    return fill(sample.document(), sample.SIGNED, template, is_foreign=True)
