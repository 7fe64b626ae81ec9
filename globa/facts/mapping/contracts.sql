SELECT
    'care.carercontract:' || c.id AS record,
    c.organisation_id::text AS organisation,
    coalesce(p.same_as_id, p.id) AS carer,
    c.household_id AS family,
    c.kind::text AS kind,
    c.places::bigint AS places,
    c.age_from::bigint AS age_from,
    c.age_to::bigint AS age_to,
    lower(c.during) AS began_on,
    upper(c.during) AS ended_on
FROM care_carercontract c
JOIN registry_person p ON p.id = c.carer_id
