"""The settings of a measurement: as they are beside an outside database, but nobody is there to hold a second factor."""

from globa.config.settings import *  # noqa: F403

GLOBA_SECOND_FACTOR_NEEDED = False
