SELECT
    'registry.licensedaddress:' || a.id AS record,
    a.organisation_id::text AS organisation,
    l.kind::text AS kind,
    l.number::text AS number,
    concat(address.street, ' ', address.house, nullif('-' || address.flat, '-'), ', ', address.place) AS address,
    a.places::bigint AS places,
    lower(a.during * l.during) AS began_on,
    upper(a.during * l.during) AS ended_on
FROM registry_licensedaddress a
JOIN registry_licence l ON l.id = a.licence_id
JOIN registry_address address ON address.id = a.address_id
WHERE a.during && l.during
UNION ALL
SELECT
    'registry.licence:' || l.id,
    l.organisation_id::text,
    l.kind::text,
    l.number::text,
    NULL,
    NULL,
    lower(l.during),
    upper(l.during)
FROM registry_licence l
WHERE l.kind = 'accreditation'
