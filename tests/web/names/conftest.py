from tests.web.at_work import *  # noqa: F403
