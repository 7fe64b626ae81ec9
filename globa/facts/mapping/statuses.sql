-- A status is cut at the child's moves, so that "residents by school" needs no join; the days without a known place stay.
WITH cut AS (
    SELECT st.id, s.setting, s.dwelling_id, st.during * s.during AS days
    FROM care_status st
    JOIN care_stay s ON s.child_id = st.child_id AND s.organisation_id = st.organisation_id AND s.during && st.during
    UNION ALL
    SELECT st.id, NULL, NULL, days
    FROM care_status st
    LEFT JOIN LATERAL (
        SELECT range_agg(s.during) AS covered
        FROM care_stay s
        WHERE s.child_id = st.child_id AND s.organisation_id = st.organisation_id
    ) known ON true
    CROSS JOIN LATERAL unnest(datemultirange(st.during) - coalesce(known.covered, datemultirange())) AS days
)
SELECT
    'care.status:' || st.id AS record,
    st.organisation_id::text AS organisation,
    coalesce(p.same_as_id, p.id) AS child,
    st.kind::text AS kind,
    coalesce(school.code, m.code, nullif(st.condition, ''))::text AS value,
    st.level::text AS level,
    cut.setting::text AS setting,
    d.code::text AS dwelling,
    lower(cut.days) AS began_on,
    upper(cut.days) AS ended_on,
    p.sex::text AS sex,
    p.birth_date
FROM cut
JOIN care_status st ON st.id = cut.id
JOIN registry_person p ON p.id = st.child_id
LEFT JOIN care_dwelling d ON d.id = cut.dwelling_id
LEFT JOIN registry_school school ON school.id = st.school_id
LEFT JOIN registry_organisation m ON m.id = st.municipality_id
