-- Whom a name or a code means, among those of whom the actor's own institution keeps or kept a file; ids only, and three at most.
-- It runs as the owner, for whoever needs it in an emergency is not shown these people. What is sealed an emergency does not open.
CREATE OR REPLACE FUNCTION globa_emergency_candidates(given text, family text, born integer, code text) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT p.id
    FROM registry_person p
    JOIN registry_involvement i ON i.person_id = p.id
    JOIN globa_places(globa_actor(), globa_appointment()) place ON place.institution = i.organisation_id
    WHERE p.same_as_id IS NULL
      AND p.id NOT IN (SELECT s.person_id FROM registry_seal s WHERE s.during @> (now() AT TIME ZONE 'Europe/Vilnius')::date)
      AND CASE WHEN code <> '' THEN p.personal_code_lookup = code
          ELSE lower(p.given_name) = lower(given) AND lower(p.family_name) = lower(family) AND extract(year FROM p.birth_date) = born END
    LIMIT 3
$$;
