-- Whom a user is shown, and in which way. The rules are those of globa/registry/policy.py; whom they reach is said in reached.sql.
CREATE OR REPLACE FUNCTION globa_opened_anew(of_user uuid, of_appointment uuid, how_far text) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
{reached}
    SELECT coalesce(array_agg(DISTINCT person_id), '{{}}') FROM (
        SELECT person_id FROM allowed WHERE opens = 'file' OR how_far = 'name'
        UNION ALL SELECT person_id FROM by_family WHERE how_far = 'name'
        UNION ALL SELECT id FROM me WHERE how_far = 'name'
    ) opened
$$;

-- Both walls ask this several times in a question. It is worked out once in a transaction, and anew after a table that it rests on
-- was written (forgotten.py). The mark says for whom it was worked out.
CREATE OR REPLACE FUNCTION globa_opened_to(of_user uuid, of_appointment uuid, how_far text) RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    mark text := format('%s@%s', of_user, of_appointment);
    kept text := current_setting('globa.opened_' || how_far, true);
    kept_for text := current_setting('globa.opened_' || how_far || '_for', true);
    opened uuid[];
BEGIN
    IF kept_for = mark AND kept <> '' THEN
        RETURN kept::uuid[];
    END IF;
    opened := globa_opened_anew(of_user, of_appointment, how_far);
    PERFORM set_config('globa.opened_' || how_far, opened::text, true), set_config('globa.opened_' || how_far || '_for', mark, true);
    RETURN opened;
END $$;

CREATE OR REPLACE FUNCTION globa_opened(how_far text) RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN globa_opened_to(globa_actor(), globa_appointment(), how_far);
END $$;

-- In which way each of these people is opened, for the journal of who looked: in an emergency before all, the file before the name,
-- and what is said of one person before what is said of all. Whoever is not opened has no row.
CREATE OR REPLACE FUNCTION globa_ways_to(of_user uuid, of_appointment uuid, people uuid[]) RETURNS TABLE (person_id uuid, way text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
{reached}
    SELECT DISTINCT ON (opened.person_id) opened.person_id, opened.way FROM (
        SELECT a.person_id, a.opens, a.way FROM allowed a
        UNION ALL SELECT f.person_id, 'name', 'family' FROM by_family f
        WHERE EXISTS (SELECT 1 FROM unnest(people) one WHERE one NOT IN (SELECT a.person_id FROM allowed a))
        UNION ALL SELECT me.id, 'name', 'self' FROM me
    ) opened
    WHERE opened.person_id = ANY (people)
    ORDER BY opened.person_id, opened.way = 'emergency' DESC, opened.opens = 'file' DESC, array_position(ARRAY[{ways}], opened.way)
$$;

CREATE OR REPLACE FUNCTION globa_ways(people uuid[]) RETURNS TABLE (person_id uuid, way text) LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF cardinality(people) = 0 THEN RETURN; END IF;
    RETURN QUERY SELECT * FROM globa_ways_to(globa_actor(), globa_appointment(), people);
END $$;
