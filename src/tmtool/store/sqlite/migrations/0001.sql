-- The tables of a tmtool database, version 1. Opened with sqlite-utils or Datasette, they should
-- explain themselves; the views units_<source>_<target> show a pair as people expect it.
-- Dates are ISO 8601 texts, times end in Z, '' stands for unknown; properties are JSON objects.

-- A memory is a named collection. Its penalty (points) is taken off the match rate of its units;
-- its trust (0 to 100) ranks it against others in concordances.
CREATE TABLE memories (
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL UNIQUE,
    penalty INTEGER NOT NULL DEFAULT 0 CHECK (penalty BETWEEN 0 AND 100),
    trust   INTEGER NOT NULL DEFAULT 50 CHECK (trust BETWEEN 0 AND 100),
    note    TEXT NOT NULL DEFAULT ''
) STRICT;

-- An imported file. Its identity is its memory and its path relative to what was named at import.
CREATE TABLE sources (
    id        INTEGER PRIMARY KEY,
    memory_id INTEGER NOT NULL REFERENCES memories (id) ON DELETE CASCADE,
    kind      TEXT NOT NULL CHECK (kind IN ('memory', 'terms')),
    path      TEXT NOT NULL,
    format    TEXT NOT NULL,
    sha256    TEXT NOT NULL,
    entries   INTEGER NOT NULL DEFAULT 0,
    imported  TEXT NOT NULL,
    UNIQUE (memory_id, kind, path)
) STRICT;

CREATE TABLE documents (
    id     INTEGER PRIMARY KEY,
    symbol TEXT NOT NULL UNIQUE
) STRICT;

-- A text is stored once a language; variants share it. `language` is the primary subtag, `key` a
-- 64-bit digest of the text with white space folded. Segments above the last one of index_segments wait
-- to be indexed (see store/segments.py).
CREATE TABLE segments (
    id       INTEGER PRIMARY KEY,
    language TEXT NOT NULL,
    key      INTEGER NOT NULL,
    text     TEXT NOT NULL
) STRICT;
CREATE INDEX segments_by_key ON segments (key);

-- A translation unit. `digest` identifies its content within its source, whatever its position;
-- `edited` is 1 when a person has corrected it here, so that a new import leaves it alone.
CREATE TABLE units (
    id              INTEGER PRIMARY KEY,
    memory_id       INTEGER NOT NULL REFERENCES memories (id) ON DELETE CASCADE,
    source_id       INTEGER REFERENCES sources (id) ON DELETE CASCADE,
    document_id     INTEGER REFERENCES documents (id),
    external_id     TEXT NOT NULL DEFAULT '',
    position        INTEGER NOT NULL DEFAULT 0,
    status          TEXT NOT NULL CHECK (status IN ('superseded', 'draft', 'translated', 'approved')),
    date            TEXT NOT NULL DEFAULT '',
    created         TEXT NOT NULL DEFAULT '',
    created_by      TEXT NOT NULL DEFAULT '',
    changed         TEXT NOT NULL DEFAULT '',
    changed_by      TEXT NOT NULL DEFAULT '',
    source_language TEXT NOT NULL DEFAULT '',
    context         TEXT NOT NULL DEFAULT '',
    note            TEXT NOT NULL DEFAULT '',
    properties      TEXT NOT NULL DEFAULT '{}',
    digest          BLOB NOT NULL,
    edited          INTEGER NOT NULL DEFAULT 0 CHECK (edited IN (0, 1))
) STRICT;
CREATE INDEX units_by_source ON units (source_id, position);
CREATE INDEX units_by_document ON units (document_id, position);

-- A unit's text in one language. `language` is the full tag; `markup` is the segment's content with
-- its inline codes exactly as the file had it, '' when there are none.
CREATE TABLE variants (
    unit_id       INTEGER NOT NULL REFERENCES units (id) ON DELETE CASCADE,
    number        INTEGER NOT NULL,
    segment_id    INTEGER NOT NULL REFERENCES segments (id),
    language      TEXT NOT NULL,
    markup        TEXT NOT NULL DEFAULT '',
    markup_format TEXT NOT NULL DEFAULT '',
    created       TEXT NOT NULL DEFAULT '',
    created_by    TEXT NOT NULL DEFAULT '',
    changed       TEXT NOT NULL DEFAULT '',
    changed_by    TEXT NOT NULL DEFAULT '',
    properties    TEXT NOT NULL DEFAULT '{}',
    PRIMARY KEY (unit_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX variants_by_segment ON variants (segment_id);

-- Term base. A concept has terms in any number of languages; `external_id` is the term table's own; `edited` is 1
-- when a person has changed it here, so that a new import leaves it alone.
CREATE TABLE concepts (
    id          INTEGER PRIMARY KEY,
    memory_id   INTEGER NOT NULL REFERENCES memories (id) ON DELETE CASCADE,
    source_id   INTEGER REFERENCES sources (id) ON DELETE CASCADE,
    external_id TEXT NOT NULL,
    domain      TEXT NOT NULL DEFAULT '',
    definition  TEXT NOT NULL DEFAULT '',
    note        TEXT NOT NULL DEFAULT '',
    date        TEXT NOT NULL DEFAULT '',
    properties  TEXT NOT NULL DEFAULT '{}',
    digest      BLOB NOT NULL,
    changed     TEXT NOT NULL DEFAULT '',
    edited      INTEGER NOT NULL DEFAULT 0 CHECK (edited IN (0, 1))
) STRICT;
CREATE INDEX concepts_by_source ON concepts (source_id);
CREATE INDEX concepts_by_external_id ON concepts (external_id);

-- `replaced_by` is the term to use instead of a superseded one, `type` that of TBX, `source` where the term comes from;
-- `bodies` and `not_with` are JSON lists: who prefers the term, and which words must not stand beside it.
CREATE TABLE terms (
    id             INTEGER PRIMARY KEY,
    concept_id     INTEGER NOT NULL REFERENCES concepts (id) ON DELETE CASCADE,
    number         INTEGER NOT NULL,
    language       TEXT NOT NULL,
    text           TEXT NOT NULL,
    status         TEXT NOT NULL CHECK (status IN ('preferred', 'admitted', 'deprecated', 'superseded')),
    part_of_speech TEXT NOT NULL DEFAULT '',
    gender         TEXT NOT NULL DEFAULT '',
    grammatical_number TEXT NOT NULL DEFAULT '',
    note           TEXT NOT NULL DEFAULT '',
    replaced_by    TEXT NOT NULL DEFAULT '',
    type           TEXT NOT NULL DEFAULT '',
    source         TEXT NOT NULL DEFAULT '',
    bodies         TEXT NOT NULL DEFAULT '[]',
    not_with       TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX terms_by_concept ON terms (concept_id);

-- Concepts that must not be confused with this one, by the term table's ids.
CREATE TABLE contrasts (
    concept_id INTEGER NOT NULL REFERENCES concepts (id) ON DELETE CASCADE,
    contrast   TEXT NOT NULL,
    PRIMARY KEY (concept_id, contrast)
) STRICT, WITHOUT ROWID;

-- The inflected forms (folded) of a term's first content word: finds the terms a text may hold
-- without loading the whole term base.
CREATE TABLE term_forms (
    language TEXT NOT NULL,
    form     TEXT NOT NULL,
    term_id  INTEGER NOT NULL REFERENCES terms (id) ON DELETE CASCADE,
    PRIMARY KEY (language, form, term_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX term_forms_by_term ON term_forms (term_id);

-- What people changed by hand; append-only.
CREATE TABLE history (
    id        INTEGER PRIMARY KEY,
    at        TEXT NOT NULL,
    author    TEXT NOT NULL DEFAULT '',
    action    TEXT NOT NULL,
    entity    TEXT NOT NULL,
    entity_id INTEGER NOT NULL,
    before    TEXT NOT NULL DEFAULT '',
    after     TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TRIGGER history_is_not_rewritten BEFORE UPDATE ON history
BEGIN SELECT RAISE (ABORT, 'history is append-only'); END;
CREATE TRIGGER history_is_not_erased BEFORE DELETE ON history
BEGIN SELECT RAISE (ABORT, 'history is append-only'); END;

-- The fuzzy index (store/index.py). A token has an id in its language; a segment is a string of one character a
-- token. Postings are packed: `key` is token, band of lengths and generation, `segments` sorted 32-bit numbers of
-- length and segment. `index_postings` is the settled part, `index_recent` what came since, by generation.
CREATE TABLE index_tokens (
    language  TEXT NOT NULL,
    token     TEXT NOT NULL,
    id        INTEGER NOT NULL,
    frequency INTEGER NOT NULL,
    PRIMARY KEY (language, token)
) STRICT, WITHOUT ROWID;
CREATE TABLE index_segments (
    segment_id INTEGER PRIMARY KEY REFERENCES segments (id),
    tokens     TEXT NOT NULL
) STRICT;
CREATE TABLE index_postings (
    key      INTEGER PRIMARY KEY,
    segments BLOB NOT NULL
) STRICT;
CREATE TABLE index_recent (
    key      INTEGER PRIMARY KEY,
    segments BLOB NOT NULL
) STRICT;
CREATE TABLE index_generations (
    generation INTEGER PRIMARY KEY,
    postings   INTEGER NOT NULL
) STRICT;

-- Which segments have the same words beside numbers, dates and symbols: `key` is a digest of those words. Segments
-- without any are not there.
CREATE TABLE segments_by_skeleton (
    key        INTEGER NOT NULL,
    segment_id INTEGER NOT NULL,
    PRIMARY KEY (key, segment_id)
) STRICT, WITHOUT ROWID;

-- The full-text index of the concordance: which segments have which words, without a second copy of the text
-- and without places in it.
CREATE VIRTUAL TABLE segments_text USING fts5 (
    text, content = 'segments', content_rowid = 'id', detail = none, columnsize = 0,
    tokenize = 'unicode61 remove_diacritics 2'
);
-- Words gathered in memory, in bytes, before they are written: an import gathers many.
INSERT INTO segments_text (segments_text, rank) VALUES ('hashsize', 16000000);
