SELECT
    'registry.postholding:' || h.id AS record,
    h.organisation_id::text AS organisation,
    post.title::text AS title,
    post.group::text AS group,
    unit.code::text AS unit,
    coalesce(worker.same_as_id, h.worker_id) AS worker,
    h.fte::numeric(14, 2) AS fte,
    coalesce(payer.kind, 'own_budget')::text AS payer_kind,
    lower(h.during) AS began_on,
    upper(h.during) AS ended_on
FROM registry_postholding h
JOIN registry_post post ON post.id = h.post_id
LEFT JOIN (SELECT id, same_as_id FROM registry_person WHERE same_as_id IS NOT NULL) worker ON worker.id = h.worker_id
LEFT JOIN registry_organisation unit ON unit.id = post.unit_id
LEFT JOIN registry_payer payer ON payer.id = h.payer_id
