SELECT
    'care.stay:' || s.id AS record,
    s.organisation_id::text AS organisation,
    coalesce(p.same_as_id, p.id) AS child,
    s.setting::text AS setting,
    d.code::text AS dwelling,
    coalesce(carer.same_as_id, s.carer_id) AS carer,
    coalesce(b.is_extra, false) AS emergency,
    lower(s.during) AS began_on,
    upper(s.during) AS ended_on,
    s.origin::text AS origin,
    nullif(s.destination, '')::text AS destination,
    p.sex::text AS sex,
    p.birth_date,
    m.code::text AS municipality
FROM care_stay s
JOIN registry_person p ON p.id = s.child_id
JOIN care_dwelling d ON d.id = s.dwelling_id
LEFT JOIN (SELECT id, same_as_id FROM registry_person WHERE same_as_id IS NOT NULL) carer ON carer.id = s.carer_id
LEFT JOIN care_bed b ON b.id = s.bed_id
LEFT JOIN registry_organisation m ON m.id = s.municipality_of_origin_id
