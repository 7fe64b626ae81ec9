from tests.web.at_work import as_role, client, elsewhere, here, in_english, in_the_name_of

__all__ = ["as_role", "client", "elsewhere", "here", "in_english", "in_the_name_of"]
