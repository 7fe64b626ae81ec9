SELECT
    'casework.case:' || c.id AS record,
    c.organisation_id::text AS organisation,
    c.kind::text AS kind,
    (SELECT count(*) FROM casework_casechild child WHERE child.case_id = c.id) AS children,
    lower(c.during) AS began_on,
    upper(c.during) AS ended_on
FROM casework_case c
