-- Version 10: rows of the fuzzy index settle. A row of `fuzzy` then has all segments of an element and a length in place of
-- one: `segments`, four bytes each, by the places that the element has among those of its segment (the length, less the
-- rest). Where there are several, `places` has each once, in order, and `ends` how many segments have one up to it; `rest`
-- is the highest. A segment that has changed since, or is gone, may still be named (store/postgresql/settling.py).
CREATE TABLE fuzzy_with_lists (
    element bigint NOT NULL,
    length smallint NOT NULL,
    rest smallint NOT NULL,
    segment integer,
    places smallint[],
    ends integer[],
    segments bytea
);
-- A long list is read from its beginning to where it is enough.
ALTER TABLE fuzzy_with_lists ALTER segments SET STORAGE EXTERNAL;
INSERT INTO fuzzy_with_lists (element, length, rest, places, ends, segments)
SELECT element, length, max(rest), CASE WHEN count(*) > 1 THEN array_agg((length - rest)::smallint ORDER BY rest DESC) END,
    CASE WHEN count(*) > 1 THEN array_agg(until ORDER BY rest DESC) END, string_agg(segments, NULL ORDER BY rest DESC)
FROM (
    SELECT element, length, rest, string_agg(int4send(segment), NULL) AS segments,
        (sum(count(*)) OVER (PARTITION BY element, length ORDER BY rest DESC))::integer AS until
    FROM fuzzy GROUP BY element, length, rest
) AS r GROUP BY element, length ORDER BY element, length;
DO $$ DECLARE given record; BEGIN
    FOR given IN
        SELECT a.privilege_type, r.rolname FROM pg_class c, aclexplode(c.relacl) a
        JOIN pg_roles r ON r.oid = a.grantee WHERE c.oid = 'fuzzy'::regclass
    LOOP
        EXECUTE format('GRANT %s ON fuzzy_with_lists TO %I', given.privilege_type, given.rolname);
    END LOOP;
END $$;
DROP TABLE fuzzy;
ALTER TABLE fuzzy_with_lists RENAME TO fuzzy;
CREATE INDEX fuzzy_by_element ON fuzzy (element, length, rest, segment) WHERE segment IS NOT NULL;
CREATE INDEX fuzzy_settled ON fuzzy (element, length) WHERE segment IS NULL;

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
    WHILE held < most AND taken < total AND 20.0 + postings[taken + 1] * 0.1 < read * share * 0.75 * 5.0 LOOP
        held := held + 1;
        taken := taken + 1;
        share := share * 0.25;
        read := read + postings[taken];
    END LOOP;
    RETURN QUERY SELECT h.segment FROM (
        SELECT i.segment FROM (
            SELECT (get_byte(b.segments, b.at) << 24) | (get_byte(b.segments, b.at + 1) << 16)
                | (get_byte(b.segments, b.at + 2) << 8) | get_byte(b.segments, b.at + 3) AS segment
            FROM (
                SELECT f.segments, generate_series(0, octet_length(f.segments) - 4, 4) AS at
                FROM unnest(elements[1:taken]) WITH ORDINALITY AS w (element, place)
                CROSS JOIN LATERAL (
                    SELECT least(furthest, greatest(total, 100 * (total - w.place + held) / threshold), 32767) AS longest,
                        least(shortest - least(w.place, held), 32767) AS rest
                ) AS of CROSS JOIN LATERAL (
                    SELECT CASE WHEN s.ends IS NULL THEN s.segments ELSE substring(
                        s.segments FROM 1 FOR 4 * s.ends[width_bucket((s.length - of.rest)::smallint, s.places)]
                    ) END AS segments
                    FROM fuzzy s WHERE s.segment IS NULL AND s.element = w.element
                        AND s.length BETWEEN least(shortest, 32767) AND of.longest AND s.rest >= of.rest
                    UNION ALL
                    SELECT int4send(n.segment) FROM fuzzy n WHERE n.segment IS NOT NULL AND n.element = w.element
                        AND n.length BETWEEN least(shortest, 32767) AND of.longest AND n.rest >= of.rest OFFSET 0
                ) AS f
            ) AS b
        ) AS i GROUP BY i.segment HAVING count(*) >= held
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
