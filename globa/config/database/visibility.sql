-- For whom the transaction runs, and what that opens. A question without an actor is an error, never an empty answer.
CREATE OR REPLACE FUNCTION globa_actor() RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE
    actor text := current_setting('globa.actor', true);
BEGIN
    IF coalesce(actor, '') = '' THEN
        RAISE EXCEPTION 'globa: this question has no actor, so it is not answered'
            USING ERRCODE = 'insufficient_privilege', HINT = 'Run it inside acting(user).';
    END IF;
    RETURN actor::uuid;
END $$;

-- Where the actor chose to be, of several places of work; NULL is all of them.
CREATE OR REPLACE FUNCTION globa_appointment() RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT nullif(current_setting('globa.appointment', true), '')::uuid
$$;

-- A figure is counted over all rows of the organisation, and a rule compares with all of them; a reader is shown the rows
-- of those who are opened to them. The setting lasts for one statement of the figures' engine, or for one rule.
CREATE OR REPLACE FUNCTION globa_is_counting() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(current_setting('globa.counting', true), '') = 'on'
$$;

-- The places of work of today: `at` is the one of the appointment, `institution` the one that keeps the records there.
CREATE OR REPLACE FUNCTION globa_places(of_user uuid, of_appointment uuid)
RETURNS TABLE (at uuid, institution uuid, role text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    WITH RECURSIVE today (day) AS (SELECT (now() AT TIME ZONE 'Europe/Vilnius')::date),
    place AS (
        SELECT a.organisation_id AS at, a.role::text AS role
        FROM registry_appointment a JOIN registry_user u ON u.id = a.user_id AND u.is_active, today
        WHERE a.user_id = of_user AND a.during @> today.day AND (of_appointment IS NULL OR a.id = of_appointment)
    ),
    above (at, id) AS (
        SELECT at, at FROM place
        UNION
        SELECT above.at, b.parent_id
        FROM above JOIN registry_belonging b ON b.organisation_id = above.id, today
        WHERE b.during @> today.day
    )
    SELECT DISTINCT place.at, coalesce(
        (SELECT o.id FROM above JOIN registry_organisation o ON o.id = above.id
         WHERE above.at = place.at AND o.kind = 'institution' LIMIT 1), place.at), place.role
    FROM place
$$;

-- Runs as the owner: the asker need not be able to read the appointments of others.
CREATE OR REPLACE FUNCTION globa_visible_organisations_anew(of_user uuid, of_appointment uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH RECURSIVE below (id) AS (
        SELECT at FROM globa_places(of_user, of_appointment)
        UNION
        SELECT b.organisation_id FROM registry_belonging b JOIN below ON b.parent_id = below.id
    )
    SELECT coalesce(array_agg(id), '{}') FROM (
        SELECT id FROM below UNION SELECT institution FROM globa_places(of_user, of_appointment)
    ) seen
$$;

-- Every policy asks it: worked out once in a transaction, and anew after a table that it rests on was written (forgotten.py).
CREATE OR REPLACE FUNCTION globa_visible_organisations_of(of_user uuid, of_appointment uuid) RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    mark text := format('%s@%s=', of_user, of_appointment);
    kept text := current_setting('globa.visible', true);
    visible uuid[];
BEGIN
    IF starts_with(kept, mark) THEN
        RETURN substr(kept, length(mark) + 1)::uuid[];
    END IF;
    visible := globa_visible_organisations_anew(of_user, of_appointment);
    PERFORM set_config('globa.visible', mark || visible::text, true);
    RETURN visible;
END $$;

CREATE OR REPLACE FUNCTION globa_visible_organisations() RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN globa_visible_organisations_of(globa_actor(), globa_appointment());
END $$;

-- The worker's own relatives, recorded anywhere, and whom a conflict was declared about; the worker themselves is no conflict.
CREATE OR REPLACE FUNCTION globa_conflicts_of(of_user uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.person_id FROM registry_conflictofinterest c
    WHERE c.user_id = of_user AND c.during @> (now() AT TIME ZONE 'Europe/Vilnius')::date
    UNION
    SELECT r.other_id FROM registry_relation r JOIN registry_user u ON u.person_id = r.person_id WHERE u.id = of_user
    UNION
    SELECT r.person_id FROM registry_relation r JOIN registry_user u ON u.person_id = r.other_id WHERE u.id = of_user
$$;

CREATE OR REPLACE FUNCTION globa_has_conflict(of_user uuid, with_person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT with_person IN (SELECT globa_conflicts_of(of_user))
$$;
