from tests.fixtures import elsewhere, here, in_english, in_the_name_of
from tests.reports.signing.conftest import director, signed

__all__ = ["director", "elsewhere", "here", "in_english", "in_the_name_of", "signed"]
