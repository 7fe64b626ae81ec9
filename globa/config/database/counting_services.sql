-- In which measures of plans a service counts (globa/planning/plans/counted_in.py). It runs as the owner: who recorded the service sees no
-- municipality's plan, and a plan in force is public. Only of a service that the asker's own organisation recorded.
-- The rule is that of globa/reports/plan_results: an activity's own institution, or else those that answer for its line, or else all of the
-- municipality; of a unit the institution above it.
CREATE OR REPLACE FUNCTION globa_measures_of(asked uuid)
RETURNS TABLE (municipality uuid, year smallint, no text, measure text, activity text, paid_by text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH RECURSIVE given AS (
        SELECT s.organisation_id AS at, extract(year FROM s.happened_on)::int AS year, k.code AS kind, p.code AS payer
        FROM casework_service s JOIN registry_catalogueservice k ON k.id = s.kind_id LEFT JOIN registry_payer p ON p.id = s.payer_id
        WHERE s.id = asked AND s.withdrawn_on IS NULL AND s.organisation_id = ANY (globa_visible_organisations())
    ), above (id) AS (
        SELECT at FROM given
        UNION
        SELECT b.parent_id FROM registry_belonging b JOIN above ON b.organisation_id = above.id
    ), below (id) AS (
        SELECT at FROM given
        UNION
        SELECT b.organisation_id FROM registry_belonging b JOIN below ON b.parent_id = below.id
        JOIN registry_organisation o ON o.id = b.organisation_id AND o.kind <> 'institution'
    ), covering (id) AS (
        SELECT id FROM above UNION SELECT id FROM below
    )
    SELECT plan.organisation_id, plan.year, m.no, m.text, a.name, a.payer
    FROM given
    JOIN planning_plan plan ON plan.year = given.year AND plan.approved_on IS NOT NULL AND plan.withdrawn_on IS NULL AND NOT EXISTS (
        SELECT 1 FROM planning_plan later WHERE later.amends_id = plan.id AND later.approved_on IS NOT NULL AND later.withdrawn_on IS NULL)
    JOIN planning_goal g ON g.plan_id = plan.id AND g.withdrawn_on IS NULL
    JOIN planning_objective o ON o.goal_id = g.id AND o.withdrawn_on IS NULL
    JOIN planning_measure m ON m.objective_id = o.id AND m.withdrawn_on IS NULL
    JOIN planning_planline l ON l.measure_id = m.id AND l.withdrawn_on IS NULL
    JOIN planning_planline version ON version.lineage = l.lineage
    JOIN planning_activity a ON a.line_id = version.id AND a.withdrawn_on IS NULL
    WHERE a.what = 'service'
        AND (a.codes = '{}' OR given.kind = ANY (a.codes))
        AND (a.payer = '' OR a.payer = given.payer)
        AND CASE
            WHEN a.institution_id IS NOT NULL THEN a.institution_id IN (SELECT id FROM covering)
            WHEN EXISTS (SELECT 1 FROM planning_linebody b WHERE b.line_id = l.id AND b.withdrawn_on IS NULL AND b.body_id IS NOT NULL)
                THEN EXISTS (SELECT 1 FROM planning_linebody b WHERE b.line_id = l.id AND b.withdrawn_on IS NULL AND b.body_id IN (SELECT id FROM covering))
            ELSE plan.organisation_id IN (SELECT id FROM above)
        END
    ORDER BY plan.year, g.position, o.position, m.position, l.position, a.position
$$;
