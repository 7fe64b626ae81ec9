"""Where Django looks for models."""

from globa.publication.answers import PublicSentence
from globa.publication.knocks import Knock
from globa.publication.pages import Edition, PageDraft

__all__ = ["Edition", "Knock", "PageDraft", "PublicSentence"]
