    -- Who is reached today, in which way and how far: the beginning of each function that asks it. A way is one branch.
    WITH RECURSIVE today (day) AS MATERIALIZED (SELECT (now() AT TIME ZONE 'Europe/Vilnius')::date),
    rule (role, way, opens) AS (VALUES {rules}),
    reads_sealed (role) AS (SELECT unnest(ARRAY[{reads_sealed}]::text[])),
    place AS MATERIALIZED (SELECT * FROM globa_places(of_user, of_appointment)),
    way AS MATERIALIZED (SELECT p.at, p.institution, r.way, r.opens FROM place p JOIN rule r ON r.role = p.role),
    me AS MATERIALIZED (SELECT person_id AS id FROM registry_user WHERE id = of_user AND person_id IS NOT NULL),
    below (at, id) AS (
        SELECT at, at FROM place
        UNION
        SELECT below.at, b.organisation_id FROM below JOIN registry_belonging b ON b.parent_id = below.id
    ),
    reached (person_id, opens, way) AS MATERIALIZED (
        SELECT i.person_id, w.opens, w.way FROM way w JOIN registry_involvement i ON i.organisation_id = w.institution, today
        WHERE w.way = 'institution' AND i.during @> today.day
        UNION
        SELECT i.person_id, w.opens, w.way FROM way w JOIN registry_involvement i ON i.organisation_id = w.institution
        WHERE w.way = 'archive'
        UNION
        SELECT i.person_id, w.opens, w.way FROM way w JOIN registry_involvement i ON i.organisation_id = w.institution, today
        WHERE w.way = 'applicants' AND i.during @> today.day AND i.purpose IN ('guardianship', 'training')
        UNION
        SELECT i.person_id, w.opens, w.way FROM way w JOIN registry_involvement i ON i.organisation_id = w.institution, today
        WHERE w.way = 'colleagues' AND i.during @> today.day AND i.purpose = 'work'
        UNION
        SELECT a.person_id, w.opens, w.way
        FROM way w JOIN registry_assignment a ON a.organisation_id = w.institution AND a.user_id = of_user, today
        WHERE w.way = 'assigned' AND a.during @> today.day
        UNION
        SELECT s.child_id, w.opens, w.way
        FROM way w JOIN below b ON b.at = w.at JOIN care_dwelling d ON d.unit_id = b.id OR (d.organisation_id = b.id)
        JOIN care_stay s ON s.dwelling_id = d.id, today
        WHERE w.way = 'home' AND s.during @> today.day AND s.setting = 'community_home'
        UNION
        SELECT s.child_id, w.opens, w.way FROM way w JOIN care_stay s ON s.organisation_id = w.institution JOIN me ON me.id = s.carer_id, today
        WHERE w.way = 'carer' AND s.during @> today.day
        UNION
        SELECT g.child_id, w.opens, w.way
        FROM way w JOIN care_guardianship g ON g.organisation_id = w.institution JOIN me ON me.id = g.guardian_id, today
        WHERE w.way = 'ward' AND g.during @> today.day
        UNION
        SELECT i.person_id, w.opens, w.way FROM way w JOIN registry_involvement i ON i.organisation_id = w.at, today
        WHERE w.way = 'decision' AND i.during @> today.day
        UNION
        SELECT g.child_id, w.opens, w.way FROM way w JOIN below b ON b.at = w.at JOIN care_guardianship g ON g.organisation_id = b.id, today
        WHERE w.way = 'supervision' AND g.during @> today.day
        UNION
        SELECT o.person_id, w.opens, w.way
        FROM way w JOIN registry_opening o ON o.organisation_id = w.institution AND o.user_id = of_user
        WHERE w.way = 'emergency' AND o.closed_at IS NULL AND o.opened_at <= now() AND o.until > now()
    ),
    allowed (person_id, opens, way) AS MATERIALIZED (
        SELECT r.person_id, r.opens, r.way FROM reached r, today
        WHERE r.person_id NOT IN (SELECT globa_conflicts_of(of_user))
        AND (EXISTS (SELECT 1 FROM place JOIN reads_sealed USING (role)) OR r.person_id NOT IN (
            SELECT s.person_id FROM registry_seal s WHERE s.during @> today.day))
    ),
    family (person_id) AS (
        SELECT r.other_id FROM allowed a JOIN registry_relation r ON r.person_id = a.person_id WHERE a.opens = 'file'
        UNION
        SELECT r.person_id FROM allowed a JOIN registry_relation r ON r.other_id = a.person_id WHERE a.opens = 'file'
        UNION
        SELECT g.guardian_id FROM allowed a JOIN care_guardianship g ON g.child_id = a.person_id WHERE a.opens = 'file'
        UNION
        SELECT m.person_id
        FROM allowed a JOIN care_guardianship g ON g.child_id = a.person_id JOIN registry_member m ON m.household_id = g.household_id
        WHERE a.opens = 'file'
        UNION
        SELECT s.carer_id FROM allowed a JOIN care_stay s ON s.child_id = a.person_id WHERE a.opens = 'file'
    ),
    by_family (person_id) AS (
        SELECT f.person_id FROM family f, today
        WHERE f.person_id IS NOT NULL AND EXISTS (SELECT 1 FROM way WHERE way.way = 'family')
        AND f.person_id NOT IN (SELECT globa_conflicts_of(of_user))
        AND f.person_id NOT IN (SELECT s.person_id FROM registry_seal s WHERE s.during @> today.day)
    )
