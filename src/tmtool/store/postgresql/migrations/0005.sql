-- Version 5: a row of `fuzzy` says too how many elements of its segment come after this one, its `rest`, so that what is
-- stored for low thresholds only is not counted for others (store/postgresql/elements.py). Lengths and rests above 32,767
-- are stored as that. `dropped` says how often words of a language were dropped, whose numbers programs may remember.

CREATE TABLE fuzzy_with_rest (
    element bigint NOT NULL,
    length  smallint NOT NULL,
    rest    smallint NOT NULL,
    segment integer NOT NULL
);
INSERT INTO fuzzy_with_rest SELECT element, least(length, 32767),
    least(length - row_number() OVER (PARTITION BY segment ORDER BY element DESC), 32767), segment FROM fuzzy;
DO $$
DECLARE
    given record;
BEGIN
    FOR given IN SELECT a.privilege_type, r.rolname FROM pg_class c, aclexplode(c.relacl) a
        JOIN pg_roles r ON r.oid = a.grantee WHERE c.oid = 'fuzzy'::regclass
    LOOP
        EXECUTE format('GRANT %s ON fuzzy_with_rest TO %I', given.privilege_type, given.rolname);
    END LOOP;
END $$;
DROP TABLE fuzzy;
ALTER TABLE fuzzy_with_rest RENAME TO fuzzy;
CREATE INDEX fuzzy_by_element ON fuzzy (element, length, rest, segment);
ALTER TABLE languages ADD COLUMN dropped integer NOT NULL DEFAULT 0;

CREATE OR REPLACE FUNCTION tmtool_similar(words text[], tag text, threshold integer) RETURNS SETOF integer
STABLE SECURITY DEFINER LANGUAGE plpgsql AS $$
DECLARE
    total integer := cardinality(words);
    shortest integer := (threshold * total + 99) / 100;
    furthest integer := 100 * total / threshold;
    seen bigint[] := tmtool_readable();
    of_language bigint;
    elements bigint[];
    postings integer[];
    most integer;
    taken integer := total - shortest + 1;
    held integer := 1;
    share double precision := 0.2;
    read double precision;
BEGIN
    IF threshold < 50 THEN
        RETURN QUERY SELECT s.id FROM segments s
            WHERE s.language = tag AND length(s.tokens) BETWEEN shortest AND furthest AND EXISTS (
                SELECT FROM variants v JOIN units u ON u.id = v.unit_id
                WHERE v.segment_id = s.id AND u.memory_id = ANY (seen)
            );
        RETURN;
    END IF;
    SELECT l.number INTO of_language FROM languages l WHERE l.tag = tmtool_similar.tag;
    IF of_language IS NULL THEN
        RETURN;
    END IF;
    SELECT array_agg(w.element ORDER BY w.element DESC), array_agg(w.rows ORDER BY w.element DESC)
    INTO elements, postings FROM (
        SELECT (of_language << 48) | (coalesce(t.number, 1112063 - o.place)::bigint << 16) | least(o.occurrence, 65535)
            AS element, CASE WHEN o.occurrence > 15 THEN 0 ELSE coalesce(t.postings, 0) >> (2 * o.occurrence)::integer END
            AS rows
        FROM (
            SELECT word, dense_rank() OVER (ORDER BY word) AS place,
                row_number() OVER (PARTITION BY word) - 1 AS occurrence FROM unnest(words) AS given (word)
        ) AS o LEFT JOIN tokens t ON t.language = of_language AND t.token = o.word
    ) AS w;
    SELECT min((threshold * greatest(total, length) + 99) / 100 - (length + 1) / 2 + 1) INTO most
    FROM generate_series(shortest, furthest) AS length;
    SELECT sum(one) INTO read FROM unnest(postings[1:taken]) AS one;
    WHILE held < most AND taken < total AND 2.0 + postings[taken + 1] * 0.2 < read * share * 0.75 * 5.0 LOOP
        held := held + 1;
        taken := taken + 1;
        share := share * 0.25;
        read := read + postings[taken];
    END LOOP;
    RETURN QUERY SELECT h.segment FROM (
        SELECT f.segment FROM unnest(elements[1:taken]) WITH ORDINALITY AS w (element, place)
        CROSS JOIN LATERAL (
            SELECT i.segment FROM fuzzy i WHERE i.element = w.element AND i.length BETWEEN least(shortest, 32767)
                AND least(furthest, greatest(total, 100 * (total - w.place + held) / threshold), 32767)
                AND i.rest >= least(shortest - least(w.place, held), 32767) OFFSET 0
        ) AS f GROUP BY f.segment HAVING count(*) >= held
    ) AS h WHERE EXISTS (
        SELECT FROM variants v JOIN units u ON u.id = v.unit_id
        WHERE v.segment_id = h.segment AND u.memory_id = ANY (seen)
    );
END $$;
DO $$ BEGIN
    EXECUTE format(
        'ALTER FUNCTION tmtool_similar(text[], text, integer) SET search_path = %I, pg_temp', current_schema()
    );
END $$;
