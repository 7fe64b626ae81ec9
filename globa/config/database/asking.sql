-- A question about a file that another institution keeps (globa/registry/asking.py): carried from the asker's table to the keeper's and
-- back. It runs as the owner, for neither side is shown the other's rows.

-- Put the actor's own request before the institution whose file is open; false where nobody else keeps one. A sealed file and a conflict of
-- interest are not asked about. Of several files the one on the care of a child is meant, then the youngest.
CREATE OR REPLACE FUNCTION globa_put_question(asked uuid, code text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    today date := (now() AT TIME ZONE 'Europe/Vilnius')::date;
    wanted registry_filerequest;
    meant uuid;
    keeper uuid;
BEGIN
    SELECT * INTO wanted FROM registry_filerequest r
    WHERE r.id = asked AND r.asked_by_id = globa_actor() AND r.answered_on IS NULL AND r.withdrawn_on IS NULL;
    IF wanted.id IS NULL OR NOT EXISTS (
        SELECT 1 FROM globa_places(globa_actor(), globa_appointment()) p WHERE p.role IN ({registering}) AND p.institution = wanted.organisation_id
    ) THEN
        RETURN false;
    END IF;
    SELECT coalesce(p.same_as_id, p.id) INTO meant FROM registry_person p
    WHERE p.personal_code_lookup = code AND code <> ''
        AND coalesce(p.same_as_id, p.id) NOT IN (SELECT s.person_id FROM registry_seal s WHERE s.during @> today)
        AND NOT globa_has_conflict(globa_actor(), coalesce(p.same_as_id, p.id));
    SELECT i.organisation_id INTO keeper FROM registry_involvement i JOIN registry_organisation o ON o.id = i.organisation_id AND o.kind = 'institution'
    WHERE i.person_id = meant AND i.during @> today AND i.organisation_id <> wanted.organisation_id
    ORDER BY i.purpose = 'care' DESC, lower(i.during) DESC, i.id LIMIT 1;
    IF keeper IS NULL THEN
        RETURN false;
    END IF;
    INSERT INTO registry_filequestion (id, organisation_id, request, asker_id, person_id, asked_by_id, asked_on, purpose, needed_for, until, given_answer)
    VALUES (gen_random_uuid(), keeper, wanted.id, wanted.organisation_id, meant, wanted.asked_by_id, wanted.asked_on, wanted.purpose,
        wanted.needed_for, wanted.until, '');
    RETURN true;
END $$;

-- What the keeper answers is told to the asker; a file that was opened begins today and ends on the day that was asked for.
CREATE OR REPLACE FUNCTION globa_question_answered() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    today date := (now() AT TIME ZONE 'Europe/Vilnius')::date;
BEGIN
    IF NEW.answered_on IS NULL OR OLD.answered_on IS NOT NULL THEN
        RETURN NULL;
    END IF;
    IF NEW.is_opened AND NEW.until > today THEN
        INSERT INTO registry_involvement (id, person_id, organisation_id, purpose, basis, during)
        VALUES (gen_random_uuid(), NEW.person_id, NEW.asker_id, NEW.purpose, 'public_task', daterange(today, NEW.until))
        ON CONFLICT DO NOTHING;
    END IF;
    UPDATE registry_filerequest SET answered_on = NEW.answered_on, answered_by_id = NEW.answered_by_id, is_opened = NEW.is_opened,
        given_answer = NEW.given_answer, person_id = CASE WHEN NEW.is_opened THEN NEW.person_id END
    WHERE id = NEW.request;
    RETURN NULL;
END $$;

-- What the asker takes back is taken back before the keeper too.
CREATE OR REPLACE FUNCTION globa_request_withdrawn() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE registry_filequestion SET withdrawn_on = NEW.withdrawn_on WHERE request = NEW.id AND withdrawn_on IS DISTINCT FROM NEW.withdrawn_on;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER globa_answered AFTER UPDATE OF answered_on ON registry_filequestion
    FOR EACH ROW EXECUTE FUNCTION globa_question_answered();
CREATE OR REPLACE TRIGGER globa_withdrawn AFTER UPDATE OF withdrawn_on ON registry_filerequest
    FOR EACH ROW EXECUTE FUNCTION globa_request_withdrawn();
