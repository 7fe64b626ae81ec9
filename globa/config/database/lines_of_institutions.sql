-- Which lines of its municipality's plan an institution may name (globa/planning/plans/answered_lines.py), and whether a line that it names is
-- one of its own municipality, and of which year (globa/planning/line_names.py). They run as the owner: an institution sees no plan of a municipality, and of one in
-- force it is told only the titles of what it answers for itself.
CREATE OR REPLACE FUNCTION globa_is_line_of(asked uuid, line uuid)
RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH RECURSIVE above (id) AS (
        SELECT asked
        UNION
        SELECT b.parent_id FROM registry_belonging b JOIN above ON b.organisation_id = above.id
    )
    SELECT EXISTS (SELECT 1 FROM planning_planline l JOIN above ON above.id = l.organisation_id WHERE l.id = line)
$$;

CREATE OR REPLACE FUNCTION globa_is_line_of_year(line uuid, asked integer)
RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT 1 FROM planning_planline l JOIN planning_measure m ON m.id = l.measure_id JOIN planning_objective o ON o.id = m.objective_id
        JOIN planning_goal g ON g.id = o.goal_id JOIN planning_plan p ON p.id = g.plan_id WHERE l.id = line AND p.year = asked)
$$;

-- Dropped first: what it tells has grown since it was first made.
DROP FUNCTION IF EXISTS globa_lines_answered_by(uuid);
CREATE FUNCTION globa_lines_answered_by(asked uuid)
RETURNS TABLE (line uuid, lineage uuid, year smallint, no text, measure text, ever uuid[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH RECURSIVE own (id) AS (
        SELECT asked WHERE asked = ANY (globa_visible_organisations())
        UNION
        SELECT b.organisation_id FROM registry_belonging b JOIN own ON b.parent_id = own.id
        JOIN registry_organisation o ON o.id = b.organisation_id AND o.kind <> 'institution'
    ), above (id) AS (
        SELECT asked
        UNION
        SELECT b.parent_id FROM registry_belonging b JOIN above ON b.organisation_id = above.id
    )
    SELECT l.id, l.lineage, plan.year, m.no, m.text,
        ARRAY(SELECT same.id FROM planning_planline same WHERE same.lineage = l.lineage AND same.organisation_id = l.organisation_id)
    FROM planning_plan plan
    JOIN planning_goal g ON g.plan_id = plan.id AND g.withdrawn_on IS NULL
    JOIN planning_objective o ON o.goal_id = g.id AND o.withdrawn_on IS NULL
    JOIN planning_measure m ON m.objective_id = o.id AND m.withdrawn_on IS NULL
    JOIN planning_planline l ON l.measure_id = m.id AND l.withdrawn_on IS NULL
    WHERE plan.approved_on IS NOT NULL AND plan.withdrawn_on IS NULL AND plan.organisation_id IN (SELECT id FROM above)
        AND NOT EXISTS (
            SELECT 1 FROM planning_plan later WHERE later.amends_id = plan.id AND later.approved_on IS NOT NULL AND later.withdrawn_on IS NULL)
        AND EXISTS (SELECT 1 FROM planning_linebody b WHERE b.line_id = l.id AND b.withdrawn_on IS NULL AND b.body_id IN (SELECT id FROM own))
    ORDER BY plan.year DESC, g.position, o.position, m.position, l.position
$$;
