-- A family name without its ending, so that a wife and a daughter have the same one: Žilinskas, Žilinskienė, Žilinskaitė.
CREATE OR REPLACE FUNCTION globa_family_stem(name text) RETURNS text LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT regexp_replace(lower(unaccent(name)), '(aite|iute|yte|ute|uviene|iuviene|iene|iai|ius|ias|as|is|ys|us|ai|a|e)$', '')
$$;

-- Looks of a time span that somebody should ask about, in the organisations that the actor watches over: why each was noticed, who
-- looked at whom on which day, how often, and the number it was compared with. Names stay inside.
CREATE OR REPLACE FUNCTION globa_unusual_looks(since timestamptz, before timestamptz)
RETURNS TABLE (kind text, organisation_id uuid, actor_id uuid, role text, person_id uuid, day date, looks bigint, compared numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH seen AS MATERIALIZED (
        SELECT r.*, (r.happened_at AT TIME ZONE 'Europe/Vilnius') AS local FROM journal_reading r
        WHERE r.organisation_id = ANY (globa_overseen_organisations()) AND r.happened_at >= since AND r.happened_at < before
    ),
    files AS MATERIALIZED (
        SELECT s.organisation_id, s.actor_id, s.role, s.person_id, s.local::date AS day, count(*) AS looks, min(s.way) AS way
        FROM seen s WHERE s.result = 'shown' AND s.shown IN ('file', 'special', 'code') AND s.person_id IS NOT NULL
        GROUP BY 1, 2, 3, 4, 5
    ),
    looker AS MATERIALIZED (
        SELECT u.id, u.person_id, globa_family_stem(coalesce(p.family_name, substring(u.name FROM '\S+$'))) AS stem
        FROM registry_user u LEFT JOIN registry_person p ON p.id = u.person_id WHERE u.id IN (SELECT actor_id FROM seen)
    ),
    street AS MATERIALIZED (
        SELECT m.person_id, lower(a.street) AS street, lower(a.place) AS place
        FROM registry_member m JOIN registry_household h ON h.id = m.household_id JOIN registry_address a ON a.id = h.address_id
    ),
    daily AS (
        SELECT organisation_id, actor_id, role, day, count(*) AS people, sum(looks) AS looks FROM files GROUP BY 1, 2, 3, 4
    ),
    usual AS (SELECT role, percentile_cont(0.5) WITHIN GROUP (ORDER BY people) AS people FROM daily GROUP BY 1)
    SELECT 'family', f.organisation_id, f.actor_id, f.role, f.person_id, f.day, f.looks, NULL::numeric
    FROM files f JOIN looker l ON l.id = f.actor_id JOIN registry_person p ON p.id = f.person_id
    WHERE length(l.stem) > 2 AND globa_family_stem(p.family_name) = l.stem AND p.id IS DISTINCT FROM l.person_id
    UNION ALL
    SELECT DISTINCT 'street', f.organisation_id, f.actor_id, f.role, f.person_id, f.day, f.looks, NULL::numeric
    FROM files f JOIN looker l ON l.id = f.actor_id JOIN street mine ON mine.person_id = l.person_id
    JOIN street theirs ON theirs.person_id = f.person_id AND theirs.street = mine.street AND theirs.place = mine.place
    WHERE f.person_id IS DISTINCT FROM l.person_id
    UNION ALL
    SELECT 'involvement', f.organisation_id, f.actor_id, f.role, f.person_id, f.day, f.looks, NULL::numeric
    FROM files f
    WHERE NOT EXISTS (SELECT 1 FROM registry_involvement i WHERE i.person_id = f.person_id AND i.during @> f.day)
    UNION ALL
    SELECT 'night', s.organisation_id, s.actor_id, s.role, s.person_id, s.local::date, count(*), NULL::numeric
    FROM seen s
    WHERE s.result = 'shown' AND s.shown IN ('file', 'special', 'code') AND s.person_id IS NOT NULL
      AND (extract(hour FROM s.local) >= 22 OR extract(hour FROM s.local) < 6)
      -- They live with the children, or have the night in the home.
      AND s.role NOT IN ('care_assistant', 'social_worker', 'on_duty_carer', 'guardian')
    GROUP BY 2, 3, 4, 5, 6
    UNION ALL
    SELECT 'refused', s.organisation_id, s.actor_id, s.role, NULL::uuid, s.local::date, count(*), NULL::numeric
    FROM seen s WHERE s.result IN ('refused', 'missing') GROUP BY 2, 3, 4, 6 HAVING count(*) >= 3
    UNION ALL
    SELECT 'volume', d.organisation_id, d.actor_id, d.role, NULL::uuid, d.day, d.people, u.people::numeric
    FROM daily d JOIN usual u USING (role) WHERE d.people >= 20 AND d.people > 3 * u.people
$$;

-- How often whoever worked as what looked at a file that is open to the actor: counts, without names.
CREATE OR REPLACE FUNCTION globa_looks_by_role(at uuid) RETURNS TABLE (role text, people bigint, looks bigint, last timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT r.role, count(DISTINCT r.actor_id), count(*), max(r.happened_at)
    FROM journal_reading r
    WHERE r.person_id = at AND at = ANY (globa_opened('file')) AND r.result = 'shown'
      AND r.organisation_id IN (SELECT institution FROM globa_places(globa_actor(), globa_appointment())
                                UNION SELECT place.at FROM globa_places(globa_actor(), globa_appointment()) place)
    GROUP BY 1 ORDER BY 3 DESC
$$;
