SELECT
    'care.guardianship:' || g.id AS record,
    g.organisation_id::text AS organisation,
    coalesce(p.same_as_id, p.id) AS child,
    g.kind::text AS kind,
    g.form::text AS form,
    g.household_id AS guardian_family,
    g.relation::text AS relation,
    coalesce(h.country, 'LT') <> 'LT' AS abroad,
    EXISTS (
        SELECT 1
        FROM care_awaytime a
        WHERE a.child_id = g.child_id
            AND a.kind = 'hosting'
            AND a.host_household_id = g.household_id
            AND lower(a.during) < lower(g.during)
    ) AS after_hosting,
    lower(g.during) AS began_on,
    upper(g.during) AS ended_on,
    g.ended_by::text AS ended_by,
    p.sex::text AS sex,
    p.birth_date,
    (
        SELECT m.code::text
        FROM care_status st
        JOIN registry_organisation m ON m.id = st.municipality_id
        WHERE st.child_id = g.child_id AND st.kind = 'municipality_of_origin' AND st.during && g.during
        ORDER BY lower(st.during)
        LIMIT 1
    ) AS municipality
FROM care_guardianship g
JOIN registry_person p ON p.id = g.child_id
LEFT JOIN registry_household h ON h.id = g.household_id
