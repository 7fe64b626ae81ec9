SELECT
    'casework.event:' || e.id AS record,
    e.organisation_id::text AS organisation,
    e.happened_on,
    e.kind::text AS kind,
    c.code::text AS course,
    e.campaign::text AS campaign,
    e.minutes::bigint AS minutes,
    e.unnamed_heads + (SELECT count(*) FROM casework_attendance a WHERE a.event_id = e.id AND a.taken_out_on IS NULL) AS heads
FROM casework_event e
LEFT JOIN casework_course c ON c.id = e.course_id
WHERE e.withdrawn_on IS NULL
