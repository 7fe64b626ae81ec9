-- A unit belongs to its institution for the days of both its own work and its place in the tree.
SELECT
    'registry.organisation:' || o.id AS record,
    b.parent_id::text AS organisation,
    o.code::text AS unit,
    CASE WHEN o.kind IN ('foster_centre', 'community_homes', 'day_centre') THEN o.kind ELSE 'other' END::text AS kind,
    lower(worked.days) AS began_on,
    upper(worked.days) AS ended_on
FROM registry_organisation o
JOIN registry_belonging b ON b.organisation_id = o.id
JOIN registry_organisation institution ON institution.id = b.parent_id AND institution.kind = 'institution'
CROSS JOIN LATERAL (SELECT b.during * coalesce(o.during, daterange(NULL, NULL)) AS days) worked
WHERE o.kind IN ('foster_centre', 'community_homes', 'day_centre', 'other') AND NOT isempty(worked.days)
