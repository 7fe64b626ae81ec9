"""A picture or chart of a document, drawn."""

from __future__ import annotations

from globa.reports.document import Document, Picture, PictureKind
from globa.reports.exports.pictures.amounts import amounts
from globa.reports.exports.pictures.columns import columns
from globa.reports.exports.pictures.parts import parts
from globa.reports.exports.pictures.svg import Drawing
from globa.reports.exports.pictures.targets import targets


def drawn(document: Document, picture: Picture) -> Drawing:
    """The axis begins at zero; what is not known is a gap."""
    found = amounts(document, picture)
    if picture.kind is PictureKind.PARTS:
        return parts(picture.caption, found)
    if picture.kind is PictureKind.TARGET:
        return targets(picture.caption, found)
    return columns(picture.caption, found, is_trend=picture.kind is PictureKind.TREND)
