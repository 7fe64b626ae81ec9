from tests.fixtures import here, in_english

__all__ = ["here", "in_english"]
