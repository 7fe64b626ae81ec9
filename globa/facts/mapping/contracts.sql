SELECT
    'care.carercontract:' || c.id AS record,
    c.organisation_id::text AS organisation,
    coalesce(p.same_as_id, p.id)::text AS carer,
    c.household_id::text AS family,
    c.kind::text AS kind,
    c.places::bigint AS places,
    c.age_from::bigint AS age_from,
    c.age_to::bigint AS age_to,
    lower(c.during) AS began_on,
    upper(c.during) AS ended_on
FROM care_carercontract c
JOIN registry_person p ON p.id = c.carer_id
