-- Whose journal of reading the actor may see: of the organisations of which they are the head or the data-protection officer today,
-- and of those below.
CREATE OR REPLACE FUNCTION globa_overseen_organisations() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    RETURN ARRAY(
        WITH RECURSIVE below (id) AS (
            SELECT a.organisation_id
            FROM registry_appointment a
            JOIN registry_user u ON u.id = a.user_id AND u.is_active
            WHERE a.user_id = globa_actor() AND a.role IN ('head', 'data_protection_officer')
              AND a.id = coalesce(nullif(current_setting('globa.appointment', true), '')::uuid, a.id)
              AND a.during @> (now() AT TIME ZONE 'Europe/Vilnius')::date
            UNION
            SELECT b.organisation_id FROM registry_belonging b JOIN below ON b.parent_id = below.id
        )
        SELECT id FROM below
    );
END $$;

-- Whether an organisation of the actor keeps or kept a file on the person: of one that none of them knows it is not told whether
-- there is such a person somewhere else.
CREATE OR REPLACE FUNCTION globa_knows(person uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (
        SELECT 1 FROM registry_involvement i WHERE i.person_id = person AND i.organisation_id = ANY (globa_visible_organisations()));
END $$;

-- A look is kept as long as the norm says, and without one for ever.
CREATE OR REPLACE FUNCTION globa_reading_may_go(happened timestamptz) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT coalesce((
        SELECT happened < now() - make_interval(years => n.value::int)
        FROM registry_norm n
        WHERE n.code = 'readings-kept' AND n.municipality_id IS NULL AND n.during @> (now() AT TIME ZONE 'Europe/Vilnius')::date
    ), false)
$$;

CREATE OR REPLACE FUNCTION globa_instant(moment timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

-- A row as canonical text: globa/journal/seals.py, line(), writes the same.
CREATE OR REPLACE FUNCTION globa_reading_line(one journal_reading) RETURNS text LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$
    SELECT array_to_string(ARRAY[
        one.number::text, globa_instant(one.happened_at), one.actor_id::text, one.role, one.organisation_id::text, one.person_id::text,
        one.shown, one.way, one.route, one.result
    ], chr(31), '')
$$;

-- Seal the rows that are in no seal yet, `most` of them, that have lain there for `settled` seconds.
-- Runs as the owner, for nobody else may write a seal; a second one that comes at the same time goes away empty.
CREATE OR REPLACE FUNCTION globa_seal_readings(most integer, settled integer, after bigint) RETURNS journal_seal LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    made journal_seal;
    low bigint;
    lines text;
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtext('globa.seals')) THEN
        RETURN NULL;
    END IF;
    SELECT coalesce(max(s.last), 0) INTO low FROM journal_seal s WHERE s.sealed_at < now() - interval '1 hour';
    WITH sealed AS (
        SELECT coalesce(range_agg(part), '{}'::int8multirange) AS rows
        FROM journal_seal s, unnest(s.rows::int8multirange) part WHERE s.last > low
    ), chosen AS (
        SELECT r FROM journal_reading r
        WHERE r.number > low AND r.happened_at < clock_timestamp() - make_interval(secs => settled) AND NOT r.number <@ (SELECT rows FROM sealed)
        ORDER BY r.number LIMIT most
    )
    SELECT min((r).number), max((r).number), count(*), range_agg(int8range((r).number, (r).number + 1))::text,
           string_agg(globa_reading_line(r), E'\n' ORDER BY (r).number)
    INTO made.first, made.last, made.count, made.rows, lines FROM chosen;
    IF made.count = 0 THEN
        RETURN NULL;
    END IF;
    SELECT s.number, s.digest INTO made.number, made.previous FROM journal_seal s ORDER BY s.number DESC LIMIT 1;
    made.number := greatest(coalesce(made.number, 0), after) + 1;
    made.previous := coalesce(made.previous, repeat('0', 64));
    made.sealed_at := clock_timestamp();
    made.digest := encode(sha256(convert_to(
        concat_ws(E'\n', made.number::text, made.previous, globa_instant(made.sealed_at), made.rows, lines), 'UTF8')), 'hex');
    INSERT INTO journal_seal SELECT made.*;
    RETURN made;
END $$;
