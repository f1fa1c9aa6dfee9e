-- Version 2: a memory may have an owner, readers and writers, who are roles of the server. Row level security shows
-- others nothing of it; who owns the tables sees all. A memory that nobody is named for is everybody's.

CREATE TABLE memory_rights (
    memory_id bigint NOT NULL REFERENCES memories (id) ON DELETE CASCADE,
    role      text COLLATE "C" NOT NULL,
    may       text NOT NULL CHECK (may IN ('read', 'write', 'own')),
    PRIMARY KEY (memory_id, role)
);

-- Who asks, in functions that are run by the rights of who owns the tables too.
CREATE FUNCTION tmtool_caller() RETURNS name STABLE LANGUAGE sql AS $$
    SELECT CASE current_setting('role') WHEN 'none' THEN session_user ELSE current_setting('role')::name END
$$;
-- The memories of which the caller has one of these rights.
CREATE FUNCTION tmtool_memories(wanted text[]) RETURNS bigint[] STABLE SECURITY DEFINER LANGUAGE sql AS $$
    SELECT coalesce(array_agg(m.id), '{}') FROM memories m
    WHERE wanted <> '{own}'
        AND NOT EXISTS (SELECT FROM memory_rights r WHERE r.memory_id = m.id)
    OR EXISTS (
        SELECT FROM memory_rights r JOIN pg_roles p ON p.rolname = r.role
        WHERE r.memory_id = m.id AND r.may = ANY (wanted) AND pg_has_role(tmtool_caller(), p.oid, 'MEMBER')
    )
    OR pg_has_role(tmtool_caller(), (SELECT relowner FROM pg_class WHERE oid = 'memories'::regclass), 'MEMBER')
$$;
CREATE FUNCTION tmtool_readable() RETURNS bigint[] STABLE LANGUAGE sql AS
$$ SELECT tmtool_memories('{read,write,own}') $$;
CREATE FUNCTION tmtool_writable() RETURNS bigint[] STABLE LANGUAGE sql AS
$$ SELECT tmtool_memories('{write,own}') $$;
-- Whether texts are being stored, which are stored once for all memories: so who may write sees, while they do so,
-- the texts and symbols of all, not what units they are of.
CREATE FUNCTION tmtool_storing() RETURNS boolean STABLE LANGUAGE sql AS $$
    SELECT coalesce(current_setting('tmtool.storing', true), '') = 'on'
        AND has_table_privilege(tmtool_caller(), 'segments', 'INSERT')
$$;

-- The segments that may reach a threshold and are of a memory that the caller may read, by the tokens of a query: what
-- store/postgresql/elements.py says, here, so that nobody needs to see the index.
CREATE FUNCTION tmtool_similar(words text[], tag text, threshold integer) RETURNS SETOF integer
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
    WHILE held < most AND taken < total AND postings[taken + 1] * 0.09 < read * share * 0.75 * 5.0 LOOP
        held := held + 1;
        taken := taken + 1;
        share := share * 0.25;
        read := read + postings[taken];
    END LOOP;
    RETURN QUERY SELECT h.segment FROM (
        SELECT f.segment FROM unnest(elements[1:taken]) WITH ORDINALITY AS w (element, place)
        CROSS JOIN LATERAL (
            SELECT i.segment FROM fuzzy i WHERE i.element = w.element AND i.length BETWEEN shortest
                AND least(furthest, greatest(total, 100 * (total - w.place + held) / threshold)) OFFSET 0
        ) AS f GROUP BY f.segment HAVING count(*) >= held
    ) AS h WHERE EXISTS (
        SELECT FROM variants v JOIN units u ON u.id = v.unit_id
        WHERE v.segment_id = h.segment AND u.memory_id = ANY (seen)
    );
END $$;

-- The segments of a part of the table that have some words and are of a memory that the caller may read. The index of
-- words cannot be asked under row level security: @@ could tell of rows that are not shown.
CREATE FUNCTION tmtool_with_words(query tsquery, tag text, first integer, after integer) RETURNS SETOF integer
STABLE SECURITY DEFINER LANGUAGE plpgsql AS $$
DECLARE
    seen bigint[] := tmtool_readable();
BEGIN
    RETURN QUERY SELECT s.id FROM segments s
        WHERE s.id >= first AND s.id < after AND s.language = tag AND s.words @@ query AND EXISTS (
            SELECT FROM variants v JOIN units u ON u.id = v.unit_id
            WHERE v.segment_id = s.id AND u.memory_id = ANY (seen)
        );
END $$;

-- Rows are removed only of memories that may be written: a policy would leave the others in silence.
CREATE FUNCTION tmtool_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM removed WHERE memory_id <> ALL (tmtool_writable())) THEN
        RAISE EXCEPTION 'this memory may not be written' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER tmtool_removed AFTER DELETE ON units REFERENCING OLD TABLE AS removed
FOR EACH STATEMENT EXECUTE FUNCTION tmtool_removed();
CREATE TRIGGER tmtool_removed AFTER DELETE ON concepts REFERENCING OLD TABLE AS removed
FOR EACH STATEMENT EXECUTE FUNCTION tmtool_removed();
CREATE TRIGGER tmtool_removed AFTER DELETE ON sources REFERENCING OLD TABLE AS removed
FOR EACH STATEMENT EXECUTE FUNCTION tmtool_removed();

-- Nor are they taken from such a memory into one that may be written.
CREATE FUNCTION tmtool_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF old.memory_id <> ALL (tmtool_writable()) THEN
        RAISE EXCEPTION 'this memory may not be written' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN new;
END $$;
CREATE TRIGGER tmtool_moved BEFORE UPDATE OF memory_id ON units FOR EACH ROW
WHEN (old.memory_id <> new.memory_id) EXECUTE FUNCTION tmtool_moved();
CREATE TRIGGER tmtool_moved BEFORE UPDATE OF memory_id ON concepts FOR EACH ROW
WHEN (old.memory_id <> new.memory_id) EXECUTE FUNCTION tmtool_moved();
CREATE TRIGGER tmtool_moved BEFORE UPDATE OF memory_id ON sources FOR EACH ROW
WHEN (old.memory_id <> new.memory_id) EXECUTE FUNCTION tmtool_moved();

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY[
        'tmtool_caller()', 'tmtool_memories(text[])', 'tmtool_readable()', 'tmtool_writable()', 'tmtool_storing()',
        'tmtool_similar(text[], text, integer)', 'tmtool_with_words(tsquery, text, integer, integer)',
        'tmtool_removed()', 'tmtool_moved()'
    ] LOOP
        -- Names of temporary tables, which anybody may make, come last.
        EXECUTE format('ALTER FUNCTION %s SET search_path = %I, pg_temp', name, current_schema());
    END LOOP;
    FOREACH name IN ARRAY ARRAY[
        'memories', 'memory_rights', 'sources', 'documents', 'segments', 'units', 'variants', 'concepts', 'terms',
        'contrasts', 'term_forms', 'history', 'set_aside'
    ] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    END LOOP;
    IF current_setting('server_version_num')::integer >= 150000 THEN
        FOR name IN SELECT viewname FROM pg_views WHERE schemaname = current_schema() LOOP
            EXECUTE format('ALTER VIEW %I SET (security_invoker = true)', name);
        END LOOP;
    END IF;
END $$;

-- Who did something to several things at once can see it, to take it back.
ALTER TABLE history ADD COLUMN role name NOT NULL DEFAULT tmtool_caller();

-- The subqueries have each array made once a statement.
CREATE POLICY shown ON memories USING (id = ANY ((SELECT tmtool_readable())::bigint[]))
    WITH CHECK (id = ANY ((SELECT tmtool_writable())::bigint[]));
CREATE POLICY made ON memories FOR INSERT WITH CHECK (true);
CREATE POLICY shown ON memory_rights USING (memory_id = ANY ((SELECT tmtool_readable())::bigint[]))
    WITH CHECK (memory_id = ANY ((SELECT tmtool_memories('{own}'))::bigint[]));
CREATE POLICY shown ON sources USING (memory_id = ANY ((SELECT tmtool_readable())::bigint[]))
    WITH CHECK (memory_id = ANY ((SELECT tmtool_writable())::bigint[]));
CREATE POLICY shown ON units USING (memory_id = ANY ((SELECT tmtool_readable())::bigint[]))
    WITH CHECK (memory_id = ANY ((SELECT tmtool_writable())::bigint[]));
CREATE POLICY shown ON concepts USING (memory_id = ANY ((SELECT tmtool_readable())::bigint[]))
    WITH CHECK (memory_id = ANY ((SELECT tmtool_writable())::bigint[]));
CREATE POLICY shown ON variants
    USING (EXISTS (SELECT FROM units u WHERE u.id = unit_id) OR (SELECT tmtool_storing()))
    WITH CHECK (EXISTS (
        SELECT FROM units u WHERE u.id = unit_id AND u.memory_id = ANY ((SELECT tmtool_writable())::bigint[])
    ));
CREATE POLICY shown ON terms USING (EXISTS (SELECT FROM concepts c WHERE c.id = concept_id))
    WITH CHECK (EXISTS (
        SELECT FROM concepts c WHERE c.id = concept_id AND c.memory_id = ANY ((SELECT tmtool_writable())::bigint[])
    ));
CREATE POLICY shown ON contrasts USING (EXISTS (SELECT FROM concepts c WHERE c.id = concept_id))
    WITH CHECK (EXISTS (
        SELECT FROM concepts c WHERE c.id = concept_id AND c.memory_id = ANY ((SELECT tmtool_writable())::bigint[])
    ));
CREATE POLICY shown ON term_forms USING (EXISTS (SELECT FROM terms t WHERE t.id = term_id)) WITH CHECK (true);
CREATE POLICY shown ON documents
    USING (EXISTS (SELECT FROM units u WHERE u.document_id = documents.id) OR (SELECT tmtool_storing()))
    WITH CHECK (true);
CREATE POLICY shown ON segments
    USING (EXISTS (SELECT FROM variants v WHERE v.segment_id = segments.id) OR (SELECT tmtool_storing()))
    WITH CHECK (true);
CREATE POLICY shown ON history USING (
    CASE WHEN entity = 'concept_proposals' AND entity_id = 0
            THEN EXISTS (SELECT FROM memories m WHERE m.name = 'termbase')
        WHEN entity_id = 0 THEN role = (SELECT tmtool_caller())
        WHEN entity IN ('units', 'unit_proposals') THEN EXISTS (SELECT FROM units u WHERE u.id = entity_id)
        WHEN entity IN ('concepts', 'concept_proposals') THEN EXISTS (SELECT FROM concepts c WHERE c.id = entity_id)
        ELSE action IN ('weigh', 'rename') AND EXISTS (SELECT FROM memories m WHERE m.id = entity_id)
    END OR (SELECT tmtool_storing())
    ) WITH CHECK (true);
CREATE POLICY shown ON set_aside USING (EXISTS (SELECT FROM memories m WHERE m.name = memory)) WITH CHECK (true);
