-- Every service has its kind; joined from the left, the catalogue is not read for a figure that does not ask for it.
SELECT
    'casework.service:' || s.id AS record,
    s.organisation_id::text AS organisation,
    s.happened_on,
    k.code::text AS service,
    coalesce(worker.same_as_id, s.provider_id) AS provider,
    s.provider_role::text AS provider_role,
    s.setting::text AS service_setting,
    s.minutes::bigint AS minutes,
    (SELECT count(*) FROM casework_recipient r WHERE r.service_id = s.id AND r.taken_out_on IS NULL) AS recipients,
    payer.code::text AS payer,
    coalesce(payer.kind, 'own_budget')::text AS payer_kind
FROM casework_service s
LEFT JOIN registry_catalogueservice k ON k.id = s.kind_id
LEFT JOIN (SELECT id, same_as_id FROM registry_person WHERE same_as_id IS NOT NULL) worker ON worker.id = s.provider_id
LEFT JOIN registry_payer payer ON payer.id = s.payer_id
WHERE s.withdrawn_on IS NULL
