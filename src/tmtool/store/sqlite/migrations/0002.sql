-- Version 2: what is forgotten can be had back until it is purged, several changes by hand can be one action, and
-- numbers of units and concepts are never given twice.

-- The highest number that was removed, by table: what is stored gets a higher one.
CREATE TABLE last_numbers (
    "table" TEXT PRIMARY KEY,
    number  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What was taken out and can be put back: the rows of all tables, as JSON, with the names that they can be found by.
-- `line` is the line of the history that tells of it.
CREATE TABLE set_aside (
    line     INTEGER NOT NULL REFERENCES history (id),
    kind     TEXT NOT NULL CHECK (kind IN ('memories', 'sources', 'units', 'concepts')),
    number   INTEGER NOT NULL,
    memory   TEXT NOT NULL,
    source   TEXT NOT NULL,
    document TEXT NOT NULL,
    content  TEXT NOT NULL,
    PRIMARY KEY (line, kind, number)
) STRICT, WITHOUT ROWID;

-- A purge that is not complete: `left` is 'file' while removed texts may be in free pages, 'log' while they may be in
-- the log or below it, since somebody reads the database as it was.
CREATE TABLE purges (
    left TEXT PRIMARY KEY CHECK (left IN ('file', 'log'))
) STRICT, WITHOUT ROWID;

-- The copies that `tmtool backup` has made.
CREATE TABLE backups (
    path TEXT PRIMARY KEY,
    made TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Of an action that changes several things, all lines but the first name it in `part_of`.
ALTER TABLE history ADD COLUMN part_of INTEGER REFERENCES history (id);
CREATE INDEX history_by_entity ON history (entity, entity_id);
CREATE INDEX history_by_action ON history (part_of) WHERE part_of IS NOT NULL;

-- A purge empties what lines say of the content, and nothing else can be changed in them.
DROP TRIGGER history_is_not_rewritten;
CREATE TRIGGER history_is_not_rewritten BEFORE UPDATE ON history
WHEN new.before <> '' OR new.after <> '' OR (new.id, new.at, new.author, new.action, new.entity, new.entity_id)
    IS NOT (old.id, old.at, old.author, old.action, old.entity, old.entity_id) OR new.part_of IS NOT old.part_of
BEGIN SELECT RAISE (ABORT, 'history is append-only'); END;
