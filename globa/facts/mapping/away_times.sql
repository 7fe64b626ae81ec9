SELECT
    'care.awaytime:' || a.id AS record,
    a.organisation_id::text AS organisation,
    coalesce(p.same_as_id, p.id) AS child,
    a.kind::text AS kind,
    a.country <> 'LT' AS abroad,
    s.setting::text AS setting,
    d.code::text AS dwelling,
    lower(a.during) AS began_on,
    upper(a.during) AS ended_on,
    p.sex::text AS sex,
    p.birth_date
FROM care_awaytime a
JOIN care_stay s ON s.id = a.stay_id
JOIN care_dwelling d ON d.id = s.dwelling_id
JOIN registry_person p ON p.id = a.child_id
