from tests.web.administration.signing_in import head  # noqa: F401
from tests.web.at_work import *  # noqa: F403
