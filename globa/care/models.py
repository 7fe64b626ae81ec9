"""Where Django looks for models."""

from globa.care.away import AwayTime
from globa.care.contracts import CarerContract
from globa.care.dwellings import Bed, Capacity, Dwelling, Room
from globa.care.guardianships import Guardianship
from globa.care.statuses import Status
from globa.care.stays import Stay

__all__ = ["AwayTime", "Bed", "Capacity", "CarerContract", "Dwelling", "Guardianship", "Room", "Status", "Stay"]
