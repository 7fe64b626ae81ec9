"""Who is opened to whom, said once more in plain Python, for the state machine: nothing here asks the program."""

from __future__ import annotations

from dataclasses import dataclass, field

READS_SEALED = ("head", "head_of_other", "national_officer")
BY_NAME = ("foster_coordinator", "attested_person", "psychologist", "social_worker")
"""To whom a file is opened by an assignment, and in an emergency."""
IN_THE_HOME = ("social_worker", "care_assistant")


@dataclass
class Known:
    """What is true of one child today. `of` is the institution whose records these are."""

    of: str
    open_at: set[str] = field(default_factory=set)
    closed_at: set[str] = field(default_factory=set)
    assigned: set[str] = field(default_factory=set)
    opened: set[str] = field(default_factory=set)
    conflicts: set[str] = field(default_factory=set)
    is_in_own_home: bool = False
    is_sealed: bool = False
    is_decided_by_the_city: bool = False
    is_under_guardianship: bool = False


def level(user: str, child: Known, left: set[str]) -> str:
    """f, n or -; `left` are those whose appointment ended."""
    if user in left or user in child.conflicts or (child.is_sealed and user not in READS_SEALED):
        return "-"
    if _has_file(user, child):
        return "f"
    return "n" if user == "foster_coordinator" and "centre" in child.open_at else "-"


def _has_file(user: str, child: Known) -> bool:
    if user in ("head", "head_of_other"):
        where = "centre" if user == "head" else "other"
        return where in child.open_at | child.closed_at
    if user in BY_NAME and (user in child.assigned or user in child.opened):
        return True
    if user in IN_THE_HOME:
        return child.is_in_own_home
    if user == "municipal_clerk":
        return child.is_decided_by_the_city
    return user == "national_officer" and child.is_under_guardianship


def sees_the_records(user: str, child: Known, left: set[str]) -> bool:
    """Of an open file: what one's own institution, or one below, wrote down."""
    if level(user, child, left) != "f":
        return False
    return user == "national_officer" or child.of == ("other" if user == "head_of_other" else "centre")
