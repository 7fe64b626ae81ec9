"""The four roles of the database: one owns the tables, three use them."""

from __future__ import annotations

DATABASE = "globa"

# No role is superuser, makes roles or walks past row security. CREATEDB is for the tests only and never given outside.
EMBEDDED = """
    CREATE ROLE globa_owner LOGIN CREATEDB;
    CREATE ROLE globa_web LOGIN;
    CREATE ROLE globa_worker LOGIN;
    CREATE ROLE globa_public LOGIN;
    GRANT globa_web, globa_worker, globa_public TO globa_owner WITH INHERIT FALSE, SET TRUE;
"""

FOR_AN_ADMINISTRATOR = """\
-- Globa: the roles and the database, to be run once by an administrator of PostgreSQL 15 or newer:
--   .venv/bin/globa database roles | psql --set ON_ERROR_STOP=1 -d postgres
-- Running it again changes nothing. Give each role a password afterwards, in psql:
--   \\password globa_owner   \\password globa_web   \\password globa_worker   \\password globa_public
-- Then set DATABASE_URL (globa_web), DATABASE_OWNER_URL (globa_owner), DATABASE_WORKER_URL (globa_worker)
-- and DATABASE_PUBLIC_URL (globa_public).

SELECT format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS', name)
FROM (VALUES ('globa_owner'), ('globa_web'), ('globa_worker'), ('globa_public')) AS wanted (name)
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name)
\\gexec

SELECT 'CREATE DATABASE globa OWNER globa_owner ENCODING ''UTF8'' TEMPLATE template0'
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'globa')
\\gexec

REVOKE CONNECT, TEMPORARY ON DATABASE globa FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE globa TO globa_web, globa_worker, globa_public;

\\connect globa

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- Only the owner makes tables; what the others may do with each table follows every migration.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO globa_web, globa_worker, globa_public;
GRANT ALL ON SCHEMA public TO globa_owner;
"""
