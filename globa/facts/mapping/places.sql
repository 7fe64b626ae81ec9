-- Places of a home are counted by its capacity, those of a carer's home by the contract.
SELECT
    'care.capacity:' || c.id AS record,
    c.organisation_id::text AS organisation,
    d.kind::text AS setting,
    d.code::text AS dwelling,
    c.places::bigint AS places,
    lower(c.during) AS began_on,
    upper(c.during) AS ended_on
FROM care_capacity c
JOIN care_dwelling d ON d.id = c.dwelling_id
UNION ALL
SELECT
    'care.carercontract:' || c.id,
    c.organisation_id::text,
    d.kind::text,
    d.code::text,
    c.places::bigint,
    lower(c.during),
    upper(c.during)
FROM care_carercontract c
JOIN care_dwelling d ON d.id = c.dwelling_id
