"""The public pages, served by a process of their own that loads no record and holds no key of a personal code."""
