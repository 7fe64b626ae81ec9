-- The index of names (globa/registry/names): what writes it, and what answers out of it with ids and nothing else.

-- The words of a name, small and without their marks.
CREATE OR REPLACE FUNCTION globa_name_words(name text) RETURNS text[] LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT left(word, 40)), '{{}}')
    FROM regexp_split_to_table(lower(unaccent(name)), '[[:space:][:punct:]]+') AS word WHERE word <> ''
$$;

-- The stems of a family name, each with a hyphen after it.
CREATE OR REPLACE FUNCTION globa_name_stems(word text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    SELECT array_agg(DISTINCT left(word, length(word) - length(ending)) || '-')
    FROM (
        SELECT coalesce((
            SELECT ending FROM unnest(ARRAY[{endings}]::text[]) ending
            WHERE right(word, length(ending)) = ending AND length(word) - length(ending) >= {shortest}
            ORDER BY length(ending) DESC LIMIT 1
        ), '') AS ending
        UNION ALL SELECT 'e' WHERE word ~ '{also_short}'
    ) found
$$;

-- The word, and what is left of it without any one letter.
CREATE OR REPLACE FUNCTION globa_name_keys(word text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    SELECT array_agg(DISTINCT left(word, n - 1) || substr(word, n + 1))
    FROM generate_series(CASE WHEN length(rtrim(word, '-')) < 3 THEN length(word) + 1 ELSE 1 END, length(word) + 1) n
    WHERE n <> length(word) OR right(word, 1) <> '-'
$$;

-- Whether two words are one, or one slip apart: a letter too many, one missing, another one, or two in each other's place.
CREATE OR REPLACE FUNCTION globa_is_near(one text, other text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    same integer := 0;
    rest text;
    others text;
BEGIN
    IF one = other THEN
        RETURN true;
    END IF;
    WHILE same < length(one) AND substr(one, same + 1, 1) = substr(other, same + 1, 1) LOOP
        same := same + 1;
    END LOOP;
    rest := substr(one, same + 1);
    others := substr(other, same + 1);
    RETURN substr(rest, 2) = others OR rest = substr(others, 2) OR substr(rest, 2) = substr(others, 2)
        OR (left(rest, 1) = substr(others, 2, 1) AND substr(rest, 2, 1) = left(others, 1) AND substr(rest, 3) = substr(others, 3));
END $$;

-- Write anew what the index knows of these people, also by names of other times; of a merged one the names lead to who stays.
CREATE OR REPLACE FUNCTION globa_index_names(people uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM registry_nameuse u WHERE u.said_by = ANY (people);
    WITH said (id, person_id, given, family) AS (
        SELECT p.id, coalesce(p.same_as_id, p.id), p.given_name, p.family_name FROM registry_person p WHERE p.id = ANY (people)
        UNION ALL
        SELECT p.id, coalesce(p.same_as_id, p.id), o.given_name, o.family_name
        FROM registry_othername o JOIN registry_person p ON p.id = o.person_id WHERE p.id = ANY (people)
    ),
    words (id, person_id, word) AS (
        SELECT id, person_id, word FROM said, unnest(globa_name_words(given || ' ' || family)) word
        UNION
        SELECT id, person_id, stem FROM said, unnest(globa_name_words(coalesce(nullif(family, ''), given))) word, unnest(globa_name_stems(word)) stem
    ),
    used AS (
        INSERT INTO registry_nameuse (spelled, person_id, said_by) SELECT word, person_id, id FROM words RETURNING spelled
    )
    INSERT INTO registry_nameword (spelled, spellings)
    SELECT fresh.spelled, globa_name_keys(fresh.spelled) FROM (SELECT DISTINCT spelled FROM used) fresh
    WHERE NOT EXISTS (SELECT 1 FROM registry_nameword known WHERE known.spelled = fresh.spelled);
END $$;

CREATE OR REPLACE FUNCTION globa_names_written() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    people uuid[];
BEGIN
    IF TG_TABLE_NAME = 'registry_person' AND TG_OP = 'INSERT' THEN
        SELECT array_agg(id) INTO people FROM fresh;
    ELSIF TG_TABLE_NAME = 'registry_person' AND TG_OP = 'UPDATE' THEN
        SELECT array_agg(id) INTO people FROM fresh JOIN gone USING (id)
        WHERE (fresh.given_name, fresh.family_name, fresh.same_as_id) IS DISTINCT FROM (gone.given_name, gone.family_name, gone.same_as_id);
    ELSIF TG_TABLE_NAME = 'registry_person' THEN
        SELECT array_agg(id) INTO people FROM gone;
    ELSIF TG_OP = 'INSERT' THEN
        SELECT array_agg(DISTINCT person_id) INTO people FROM fresh;
    ELSIF TG_OP = 'DELETE' THEN
        SELECT array_agg(DISTINCT person_id) INTO people FROM gone;
    ELSE
        SELECT array_agg(person_id) INTO people FROM (SELECT person_id FROM fresh UNION SELECT person_id FROM gone) both_sides;
    END IF;
    IF people IS NOT NULL THEN
        PERFORM globa_index_names(people);
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER globa_names_added AFTER INSERT ON registry_person
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION globa_names_written();
CREATE OR REPLACE TRIGGER globa_names_changed AFTER UPDATE ON registry_person
    REFERENCING NEW TABLE AS fresh OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION globa_names_written();
CREATE OR REPLACE TRIGGER globa_names_removed AFTER DELETE ON registry_person
    REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION globa_names_written();
CREATE OR REPLACE TRIGGER globa_names_added AFTER INSERT ON registry_othername
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION globa_names_written();
CREATE OR REPLACE TRIGGER globa_names_changed AFTER UPDATE ON registry_othername
    REFERENCING NEW TABLE AS fresh OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION globa_names_written();
CREATE OR REPLACE TRIGGER globa_names_removed AFTER DELETE ON registry_othername
    REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION globa_names_written();

-- After every migration: everybody anew when the rules of the index have changed, else only who is missing; then words of nobody go.
CREATE OR REPLACE FUNCTION globa_keep_names(rules text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    part uuid[];
BEGIN
    IF obj_description('registry_nameword'::regclass) IS DISTINCT FROM rules THEN
        TRUNCATE registry_nameword, registry_nameuse;
        EXECUTE format('COMMENT ON TABLE registry_nameword IS %L', rules);
    END IF;
    FOR part IN
        SELECT array_agg(id) FROM (
            SELECT p.id, row_number() OVER () / 20000 AS number FROM registry_person p
            WHERE p.given_name || p.family_name <> '' AND NOT EXISTS (SELECT 1 FROM registry_nameuse u WHERE u.said_by = p.id)
        ) missing GROUP BY number
    LOOP
        PERFORM globa_index_names(part);
    END LOOP;
    DELETE FROM registry_nameword w WHERE NOT EXISTS (SELECT 1 FROM registry_nameuse u WHERE u.spelled = w.spelled);
END $$;

-- Who may be meant by the words: each word is one of the person's, is one slip from it, begins it, or is another form of the family.
-- `loosely` also words that share letters, three by three. `among` are the people that may be found; NULL is everybody.
CREATE OR REPLACE FUNCTION globa_name_candidates(typed text[], among uuid[], most integer, loosely boolean)
RETURNS TABLE (person uuid, score real) LANGUAGE sql STABLE AS $$
    WITH asked AS MATERIALIZED (
        SELECT n, word, length(word) > 1 AS is_whole FROM unnest(typed) WITH ORDINALITY AS t (word, n)
    ),
    -- OFFSET keeps each question by itself: PostgreSQL then looks into the index for one word after the other.
    found (n, word, score) AS (
        SELECT a.n, near.word, CASE WHEN near.word = a.word THEN 1.0 ELSE 0.8 END
        FROM asked a CROSS JOIN LATERAL (
            SELECT w.spelled AS word FROM registry_nameword w WHERE w.spellings && globa_name_keys(a.word) OFFSET 0) near
        WHERE a.is_whole AND right(near.word, 1) <> '-' AND globa_is_near(near.word, a.word)
        UNION ALL
        SELECT a.n, near.word, CASE WHEN near.word = stem THEN 0.9 ELSE 0.7 END
        FROM asked a CROSS JOIN LATERAL unnest(globa_name_stems(a.word)) stem CROSS JOIN LATERAL (
            SELECT w.spelled AS word FROM registry_nameword w WHERE w.spellings && globa_name_keys(stem) OFFSET 0) near
        WHERE a.is_whole AND right(near.word, 1) = '-'
            AND (near.word = stem OR (length(stem) > 5 AND globa_is_near(near.word, stem)))
        UNION ALL
        SELECT a.n, begun.word, 0.85
        FROM asked a CROSS JOIN LATERAL (
            SELECT w.spelled AS word FROM registry_nameword w
            WHERE w.spelled ~>~ a.word AND w.spelled ~<~ (a.word || chr(1114111)) OFFSET 0) begun
        WHERE a.is_whole AND right(begun.word, 1) <> '-'
        UNION ALL
        SELECT a.n, alike.word, 0.6 * similarity(alike.word, a.word)
        FROM asked a CROSS JOIN LATERAL (SELECT w.spelled AS word FROM registry_nameword w WHERE w.spelled % a.word OFFSET 0) alike
        WHERE loosely AND a.is_whole
    ),
    meant AS MATERIALIZED (SELECT n, word, max(score) AS score FROM found GROUP BY n, word),
    said AS (
        SELECT u.person_id, m.n, max(m.score) AS score
        FROM meant m JOIN registry_nameuse u ON u.spelled = m.word
        WHERE among IS NULL OR u.person_id = ANY (among)
        GROUP BY u.person_id, m.n
    )
    SELECT s.person_id, avg(s.score)::real
    FROM said s GROUP BY s.person_id
    HAVING count(*) = (SELECT count(*) FROM asked WHERE is_whole)
        AND NOT EXISTS (
            SELECT 1 FROM asked a WHERE NOT a.is_whole AND NOT EXISTS (
                SELECT 1 FROM registry_nameuse u WHERE u.person_id = s.person_id AND left(u.spelled, 1) = a.word))
    ORDER BY 2 DESC, 1 LIMIT most
$$;

-- When words as they were typed find nobody well, letters are compared three by three.
CREATE OR REPLACE FUNCTION globa_people_named(typed text, among uuid[], most integer)
RETURNS TABLE (person uuid, score real) LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    words text[] := (globa_name_words(left(typed, 100)))[1:6];
BEGIN
    RETURN QUERY SELECT * FROM globa_name_candidates(words, among, most, false);
    IF NOT FOUND THEN
        RETURN QUERY SELECT * FROM globa_name_candidates(words, among, most, true) c WHERE c.score >= 0.3;
    END IF;
END $$;

-- Of those who are opened to the actor, by name at least.
CREATE OR REPLACE FUNCTION globa_find_people(typed text, most integer)
RETURNS TABLE (person uuid, score real) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT * FROM globa_people_named(typed, globa_opened('name'), most)
$$;

-- Whether a file is kept on somebody who is not shown to the actor, told to whoever registers people and to nobody else: by the keyed form
-- of a whole personal code, or by exactly these names and this birthday in the actor's own institution. Never where.
-- The person is for the journal of looks.
CREATE OR REPLACE FUNCTION globa_file_is_kept(typed text, born date, code text)
RETURNS TABLE (person uuid, is_here boolean) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    WITH place AS MATERIALIZED (
        SELECT p.institution FROM globa_places(globa_actor(), globa_appointment()) p WHERE p.role IN ({registering})
    ),
    opened AS MATERIALIZED (SELECT unnest(globa_opened('name')) AS id),
    kept_here AS MATERIALIZED (
        SELECT DISTINCT i.person_id AS id FROM registry_involvement i JOIN place ON place.institution = i.organisation_id
    ),
    meant (id, is_here, is_by_code) AS (
        SELECT coalesce(p.same_as_id, p.id), EXISTS (SELECT 1 FROM kept_here k WHERE k.id IN (p.id, p.same_as_id)), true
        FROM registry_person p WHERE p.personal_code_lookup = code
        UNION ALL
        SELECT coalesce(p.same_as_id, p.id), true, false
        FROM kept_here k JOIN registry_person p ON p.id = k.id
        WHERE p.birth_date = born AND cardinality(globa_name_words(typed)) > 1
            AND globa_name_words(p.given_name || ' ' || p.family_name) = globa_name_words(typed)
            AND p.id NOT IN (SELECT s.person_id FROM registry_seal s WHERE s.during @> (now() AT TIME ZONE 'Europe/Vilnius')::date)
            AND NOT globa_has_conflict(globa_actor(), p.id)
    )
    SELECT m.id, m.is_here FROM meant m
    WHERE EXISTS (SELECT 1 FROM place) AND m.id NOT IN (SELECT id FROM opened)
    ORDER BY m.is_by_code DESC LIMIT 1
$$;

-- Which of these words are given names of people in the files, of anybody: never whose, and of a family name nothing.
CREATE OR REPLACE FUNCTION globa_given_names(typed text[]) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT t.word FROM unnest(typed) AS t (word)
    WHERE EXISTS (
        SELECT 1 FROM registry_nameuse u JOIN registry_person p ON p.id = u.said_by
        WHERE u.spelled = t.word AND t.word = ANY (globa_name_words(p.given_name)))
$$;
