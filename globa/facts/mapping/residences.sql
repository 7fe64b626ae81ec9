-- Stays that follow each other without a day between, in one institution and kind of place, are one residence.
WITH ordered AS (
    SELECT
        s.*,
        coalesce(p.same_as_id, p.id) AS person_id,
        p.sex,
        p.birth_date,
        CASE
            WHEN lag(upper(s.during)) OVER chain = lower(s.during) THEN 0
            ELSE 1
        END AS starts
    FROM care_stay s
    JOIN registry_person p ON p.id = s.child_id
    WINDOW chain AS (PARTITION BY s.organisation_id, coalesce(p.same_as_id, p.id), s.setting ORDER BY lower(s.during))
),
numbered AS (
    SELECT
        o.*,
        sum(o.starts) OVER (PARTITION BY o.organisation_id, o.person_id, o.setting ORDER BY lower(o.during)) AS residence
    FROM ordered o
)
SELECT
    'care.stay:' || (array_agg(n.id ORDER BY lower(n.during)))[1] AS record,
    n.organisation_id::text AS organisation,
    n.person_id AS child,
    n.setting::text AS setting,
    count(*) AS stays,
    min(lower(n.during)) AS began_on,
    CASE WHEN bool_or(upper_inf(n.during)) THEN NULL ELSE max(upper(n.during)) END AS ended_on,
    (array_agg(n.origin ORDER BY lower(n.during)))[1]::text AS origin,
    nullif((array_agg(n.destination ORDER BY lower(n.during) DESC))[1], '')::text AS destination,
    min(n.sex)::text AS sex,
    min(n.birth_date) AS birth_date,
    (array_agg(m.code ORDER BY lower(n.during)))[1]::text AS municipality
FROM numbered n
LEFT JOIN registry_organisation m ON m.id = n.municipality_of_origin_id
GROUP BY n.organisation_id, n.person_id, n.setting, n.residence
