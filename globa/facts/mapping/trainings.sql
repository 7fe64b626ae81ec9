-- One row a worker, training and post held, so that "of the staff in post on a day" needs no join.
SELECT
    'casework.event:' || e.id AS record,
    a.organisation_id::text AS organisation,
    coalesce(p.same_as_id, p.id) AS worker,
    e.happened_on,
    e.minutes::bigint AS minutes,
    post.title::text AS title,
    post.group::text AS group,
    lower(h.during) AS began_on,
    upper(h.during) AS ended_on
FROM casework_attendance a
JOIN registry_person p ON p.id = a.person_id
JOIN casework_event e ON e.id = a.event_id AND e.kind = 'staff_training' AND e.withdrawn_on IS NULL
LEFT JOIN (registry_postholding h JOIN registry_person holder ON holder.id = h.worker_id)
    ON coalesce(holder.same_as_id, holder.id) = coalesce(p.same_as_id, p.id) AND h.organisation_id = a.organisation_id
LEFT JOIN registry_post post ON post.id = h.post_id
WHERE a.role = 'worker' AND a.taken_out_on IS NULL
