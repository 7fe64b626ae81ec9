-- Which organisations a user administers today: that of the appointment and all whose last place in the tree is below it.
-- The roles are those to which globa/registry/policy.py opens the administration.
CREATE OR REPLACE FUNCTION globa_administered_by(of_user uuid, of_appointment uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH RECURSIVE last_place AS (
        SELECT DISTINCT ON (organisation_id) organisation_id, parent_id FROM registry_belonging ORDER BY organisation_id, during DESC
    ),
    below (id) AS (
        SELECT a.organisation_id
        FROM registry_appointment a JOIN registry_user u ON u.id = a.user_id AND u.is_active
        WHERE a.user_id = of_user AND a.role IN ({roles}) AND (of_appointment IS NULL OR a.id = of_appointment)
          AND a.during @> (now() AT TIME ZONE 'Europe/Vilnius')::date
        UNION
        SELECT l.organisation_id FROM below JOIN last_place l ON l.parent_id = below.id
    )
    SELECT coalesce(array_agg(id), '{{}}') FROM below
$$;

-- The lists of the whole installation, norms among them, are kept by who administers the national service, or by the
-- administrator with whom the installation began.
CREATE OR REPLACE FUNCTION globa_keeps_lists_of(of_user uuid, of_appointment uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT 1 FROM unnest(globa_administered_by(of_user, of_appointment)) administered (id)
        JOIN registry_organisation o ON o.id = administered.id, registry_user u
        WHERE u.id = of_user AND (u.is_staff OR o.kind = 'national_service')
    )
$$;

-- Of the actor; a transaction without one administers nothing.
CREATE OR REPLACE FUNCTION globa_administers(organisation uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT organisation = ANY (globa_administered_by(nullif(current_setting('globa.actor', true), '')::uuid, globa_appointment()))
$$;

CREATE OR REPLACE FUNCTION globa_administers_something() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT globa_administered_by(nullif(current_setting('globa.actor', true), '')::uuid, globa_appointment()) <> '{{}}'
$$;

CREATE OR REPLACE FUNCTION globa_keeps_lists() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT globa_keeps_lists_of(nullif(current_setting('globa.actor', true), '')::uuid, globa_appointment())
$$;

-- Whoever owns the tables loads them and sets the installation up; everybody else has to be entitled.
CREATE OR REPLACE FUNCTION globa_is_owner_of(changed oid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT pg_has_role(current_user, c.relowner, 'USAGE') FROM pg_class c WHERE c.oid = changed
$$
