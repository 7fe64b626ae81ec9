from tests.fixtures import municipality  # noqa: F401
from tests.web.at_work import *  # noqa: F403
