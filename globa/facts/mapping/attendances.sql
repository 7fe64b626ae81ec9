-- The organisation is told by the service or event: of their rows there are fewer, and the key to them says it is the same.
SELECT
    'casework.service:' || s.id AS record,
    s.organisation_id::text AS organisation,
    s.happened_on,
    'service'::text AS activity,
    k.code::text AS kind,
    coalesce(p.same_as_id, p.id) AS person,
    r.household_id AS family,
    r.role::text AS recipient_role,
    1::bigint AS heads,
    s.provider_role::text AS provider_role,
    s.minutes::bigint AS minutes,
    p.sex::text AS sex,
    p.birth_date,
    payer.code::text AS payer
FROM casework_recipient r
JOIN casework_service s ON s.id = r.service_id AND s.withdrawn_on IS NULL
JOIN registry_catalogueservice k ON k.id = s.kind_id
JOIN registry_person p ON p.id = r.person_id
LEFT JOIN registry_payer payer ON payer.id = s.payer_id
WHERE r.taken_out_on IS NULL
UNION ALL
SELECT
    'casework.event:' || e.id,
    e.organisation_id::text,
    e.happened_on,
    'event',
    e.kind::text,
    coalesce(p.same_as_id, p.id),
    a.household_id,
    a.role::text,
    1::bigint,
    '',
    e.minutes::bigint,
    p.sex::text,
    p.birth_date,
    NULL::text
FROM casework_attendance a
JOIN casework_event e ON e.id = a.event_id AND e.withdrawn_on IS NULL
JOIN registry_person p ON p.id = a.person_id
WHERE a.taken_out_on IS NULL
UNION ALL
SELECT
    'casework.event:' || e.id,
    e.organisation_id::text,
    e.happened_on,
    'event',
    e.kind::text,
    NULL::uuid,
    NULL::uuid,
    'public',
    e.unnamed_heads::bigint,
    '',
    e.minutes::bigint,
    'unknown',
    NULL,
    NULL
FROM casework_event e
WHERE e.unnamed_heads > 0 AND e.withdrawn_on IS NULL
