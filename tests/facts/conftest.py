from tests.spec.conftest import engines

__all__ = ["engines"]
