"""What the public's role may do: read the columns of the page that is shown, and ask `globa_enquire`. Made anew after every migration."""

from __future__ import annotations

from pathlib import Path

from globa.casework.recruitment.subjects import About
from globa.publication.published import COLUMNS, TABLE

ENQUIRING = Path(__file__).with_name("outside.sql")
ASKS = "globa_enquire(uuid, text, text, text, text, text, text, text, text, text)"
# Functions that run as the owner answer everybody unless they are told not to. Where the function's own file said who may ask,
# it is left alone: what deletes files, and what is inside the index of names, stays closed to the web when this is run again.
CLOSED = """
DO $$ DECLARE one regprocedure; BEGIN
    FOR one IN SELECT p.oid FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
               WHERE n.nspname = 'public' AND p.prosecdef AND pg_has_role(current_user, p.proowner, 'USAGE')
               AND (p.proacl IS NULL OR EXISTS (SELECT FROM aclexplode(p.proacl) WHERE grantee = 0))
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
        {granted}
    END LOOP;
END $$
"""


def statements(public: str, readers: list[str]) -> list[str]:
    """Return the SQL; `public` is empty where an installation has no role of its own for the public, and then nobody outside reads."""
    made = [_enquiring(), _closed(readers), f"DROP POLICY IF EXISTS shown_outside ON {TABLE}"]
    made += [f'REVOKE ALL ON FUNCTION globa_tell_heads(uuid) FROM "{role}"' for role in readers]
    if not public:
        return made
    return [
        *made,
        f'REVOKE ALL ON {TABLE} FROM "{public}"',
        f'REVOKE ALL ({", ".join(COLUMNS)}) ON {TABLE} FROM "{public}"',
        f'GRANT SELECT ({", ".join(COLUMNS)}) ON {TABLE} TO "{public}"',
        f'CREATE POLICY shown_outside ON {TABLE} FOR SELECT TO "{public}" USING (ended_at IS NULL)',
        f'GRANT EXECUTE ON FUNCTION {ASKS} TO "{public}"',
    ]


def _enquiring() -> str:
    abouts = ", ".join(f"'{one}'" for one in About.values)
    return ENQUIRING.read_text().replace("{abouts}", abouts).rstrip().rstrip(";")


def _closed(readers: list[str]) -> str:
    """What the web and the worker ask they keep; so does the owner, whose functions they are."""
    granted = "\n        ".join(f"EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO \"{role}\"', one);" for role in readers)
    return CLOSED.format(granted=granted).strip()
