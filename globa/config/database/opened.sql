-- Whom a user is shown, and in which way. The rules are those of globa/registry/policy.py; whom they reach is said in reached.sql.
-- A person opened in several ways has the one that the journal of who looked names: in an emergency before all, the file before the
-- name, and what is said of one person before what is said of all.
DROP FUNCTION IF EXISTS globa_opened_anew(uuid, uuid, text), globa_ways_to(uuid, uuid, uuid[]);
CREATE OR REPLACE FUNCTION globa_opened_anew(of_user uuid, of_appointment uuid, OUT by_name uuid[], OUT with_file uuid[], OUT ways text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
{reached},
    opened (person_id, opens, way) AS (
        SELECT person_id, opens, way FROM allowed
        UNION ALL SELECT person_id, 'name', 'family' FROM by_family
        UNION ALL SELECT id, 'name', 'self' FROM me
    ),
    person (id, way) AS (
        SELECT DISTINCT ON (person_id) person_id, way FROM opened
        ORDER BY person_id, way = 'emergency' DESC, opens = 'file' DESC, array_position(ARRAY[{ways}], way)
    )
    SELECT coalesce(array_agg(id), '{{}}'),
        (SELECT coalesce(array_agg(DISTINCT person_id), '{{}}') FROM allowed WHERE opens = 'file'), coalesce(array_agg(way), '{{}}')
    FROM person
$$;

-- Both walls and the journal ask this several times in a question. It is worked out once in a transaction, and anew after a table that it
-- rests on was written (forgotten.py). The mark says for whom it was worked out.
CREATE OR REPLACE FUNCTION globa_keep_opened(of_user uuid, of_appointment uuid) RETURNS void LANGUAGE plpgsql STABLE AS $$
DECLARE
    mark text := format('%s@%s', of_user, of_appointment);
BEGIN
    IF current_setting('globa.opened_for', true) IS DISTINCT FROM mark THEN
        PERFORM set_config('globa.opened_name', by_name::text, true), set_config('globa.opened_file', with_file::text, true),
            set_config('globa.opened_ways', ways::text, true), set_config('globa.opened_for', mark, true)
        FROM globa_opened_anew(of_user, of_appointment);
    END IF;
END $$;

CREATE OR REPLACE FUNCTION globa_opened_to(of_user uuid, of_appointment uuid, how_far text) RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$
BEGIN
    PERFORM globa_keep_opened(of_user, of_appointment);
    RETURN current_setting('globa.opened_' || how_far)::uuid[];
END $$;

CREATE OR REPLACE FUNCTION globa_opened(how_far text) RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN globa_opened_to(globa_actor(), globa_appointment(), how_far);
END $$;

-- In which way each of these people is opened, for the journal of who looked. Whoever is not opened has no row.
CREATE OR REPLACE FUNCTION globa_ways(people uuid[]) RETURNS TABLE (person_id uuid, way text) LANGUAGE plpgsql STABLE AS $$
DECLARE
    opened uuid[];
    ways text[];
BEGIN
    IF cardinality(people) = 0 THEN RETURN; END IF;
    opened := globa_opened('name');
    ways := current_setting('globa.opened_ways')::text[];
    RETURN QUERY SELECT o.id, o.way FROM unnest(opened, ways) o (id, way) WHERE o.id IN (SELECT unnest(people));
END $$;
