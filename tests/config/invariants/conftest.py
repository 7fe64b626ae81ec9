from tests.fixtures import here, in_english, municipality

__all__ = ["here", "in_english", "municipality"]
