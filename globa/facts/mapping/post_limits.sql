SELECT
    'registry.postlimit:' || l.id AS record,
    l.organisation_id::text AS organisation,
    'in_all'::text AS kind,
    ''::text AS title,
    ''::text AS group,
    l.fte::numeric(14, 2) AS fte,
    lower(l.during) AS began_on,
    upper(l.during) AS ended_on
FROM registry_postlimit l
UNION ALL
SELECT
    'registry.postallowance:' || a.id,
    a.organisation_id::text,
    'by_title',
    post.title::text,
    post.group::text,
    a.fte::numeric(14, 2),
    lower(a.during),
    upper(a.during)
FROM registry_postallowance a
JOIN registry_post post ON post.id = a.post_id
