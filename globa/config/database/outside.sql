-- An enquiry from the public page: the only thing that whoever is not signed in can do to the records.
-- Runs as the owner and therefore trusts nothing that it is given but the rules below; the tables refuse what is too long.
-- Returns 'taken', 'again' (this form was sent before), 'too_many' or 'closed' (the centre shows no page).
CREATE OR REPLACE FUNCTION globa_enquire(
    key uuid, of_slug text, about text, asker text, phone text, email text, town text, message text, language text, sender text
) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    -- Of one sender in an hour, of everybody in an hour and in a day: more than any centre is asked, less than buries it.
    of_sender CONSTANT integer := 5;
    of_hour CONSTANT integer := 40;
    of_day CONSTANT integer := 150;
    centre uuid;
    done uuid := gen_random_uuid();
    this_day date := (now() AT TIME ZONE 'Europe/Vilnius')::date;
    next_number integer;
BEGIN
    SELECT organisation_id INTO centre FROM publication_edition WHERE slug = of_slug AND ended_at IS NULL;
    IF centre IS NULL THEN
        RETURN 'closed';
    END IF;
    -- One after another for a centre: of two at the same moment both would find the same count.
    PERFORM pg_advisory_xact_lock(hashtextextended('globa_enquire ' || centre, 0));
    IF EXISTS (SELECT 1 FROM casework_enquiry e WHERE e.id = key) THEN
        RETURN 'again';
    END IF;
    DELETE FROM publication_knock WHERE knocked_at < now() - interval '1 day';
    IF (SELECT count(*) FILTER (WHERE k.sender = globa_enquire.sender AND k.knocked_at > now() - interval '1 hour') >= of_sender
            OR count(*) FILTER (WHERE k.knocked_at > now() - interval '1 hour') >= of_hour OR count(*) >= of_day
        FROM publication_knock k WHERE k.organisation_id = centre) THEN
        RETURN 'too_many';
    END IF;
    INSERT INTO publication_knock (id, organisation_id, sender, knocked_at) VALUES (gen_random_uuid(), centre, left(sender, 64), now());

    INSERT INTO registry_numbering (id, organisation_id, series, year, last)
    VALUES (gen_random_uuid(), centre, 'enquiry', extract(year FROM this_day), 1)
    ON CONFLICT (organisation_id, series, year) DO UPDATE SET last = registry_numbering.last + 1
    RETURNING last INTO next_number;
    INSERT INTO journal_operation (id, verb, organisation_id, happened_at, reason, subject, idempotency_key)
    VALUES (done, 'casework.enquire', centre, now(), '', 'casework.enquiry:' || key, key);
    PERFORM set_config('pghistory.context_id', gen_random_uuid()::text, true),
            set_config('pghistory.context_metadata', json_build_object('operation', done)::text, true);
    INSERT INTO casework_enquiry (
        id, organisation_id, year, number, channel, about, asker, asker_phone, asker_email, asker_town, question, language,
        received_on, received_at, outcome, reply
    ) VALUES (
        key, centre, extract(year FROM this_day), next_number, 'public_page',
        CASE WHEN about = ANY (ARRAY[{abouts}]) THEN about ELSE 'other' END, asker, phone, email, town, message,
        CASE language WHEN 'en' THEN 'en' ELSE 'lt' END,
        this_day, now(), '', ''
    );
    PERFORM globa_tell_heads(centre);
    RETURN 'taken';
END $$;

-- A letter to each head, which says that something waits and nothing else; of many enquiries within ten minutes one.
CREATE OR REPLACE FUNCTION globa_tell_heads(centre uuid) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    WITH letter AS (
        INSERT INTO registry_letter (id, to_id, kind, page, asked_at)
        SELECT DISTINCT ON (u.id) gen_random_uuid(), u.id, 'review', '/enquiries/', now()
        FROM registry_appointment a JOIN registry_user u ON u.id = a.user_id AND u.is_active
        WHERE a.organisation_id = centre AND a.role = 'head' AND a.during @> (now() AT TIME ZONE 'Europe/Vilnius')::date
          AND NOT EXISTS (
              SELECT 1 FROM registry_letter l
              WHERE l.to_id = u.id AND l.page = '/enquiries/' AND l.asked_at > now() - interval '10 minutes')
        RETURNING id
    )
    SELECT procrastinate_defer_jobs_v1(array_agg(
        ROW('letters', 'registry.send_letter', 0, NULL, NULL, jsonb_build_object('letter', id), NULL)::procrastinate_job_to_defer_v1
    )) FROM letter HAVING count(*) > 0
$$;
