SELECT
    'casework.case:' || c.id AS record,
    c.organisation_id::text AS organisation,
    c.kind::text AS kind,
    coalesce(p.same_as_id, p.id) AS child,
    lower(c.during) AS began_on,
    upper(c.during) AS ended_on
FROM casework_casechild child
JOIN casework_case c ON c.id = child.case_id
JOIN registry_person p ON p.id = child.child_id
