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

-- Runs as the owner: the asker need not be able to read the appointments of others.
CREATE OR REPLACE FUNCTION globa_visible_organisations() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    RETURN ARRAY(
        WITH RECURSIVE below (id) AS (
            SELECT a.organisation_id
            FROM registry_appointment a
            JOIN registry_user u ON u.id = a.user_id AND u.is_active
            WHERE a.user_id = globa_actor() AND a.during @> (now() AT TIME ZONE 'Europe/Vilnius')::date
            UNION
            SELECT b.organisation_id FROM registry_belonging b JOIN below ON b.parent_id = below.id
        )
        SELECT id FROM below
    );
END $$;
