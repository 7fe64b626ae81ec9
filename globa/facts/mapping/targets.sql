SELECT
    'planning.direction:' || d.id AS record,
    d.organisation_id::text AS organisation,
    d.code::text AS direction,
    d.indicator::text AS indicator,
    d.comparator::text AS comparator,
    d.target::numeric(14, 2) AS target,
    make_date(d.year::int, 1, 1) AS began_on,
    make_date(d.year::int + 1, 1, 1) AS ended_on
FROM planning_direction d
WHERE d.target IS NOT NULL AND d.withdrawn_on IS NULL
