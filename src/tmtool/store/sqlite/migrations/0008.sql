-- Version 8: which segments that wait to be indexed have at most one word beside values, and how many: signs do not find
-- these among the many that hold a word (store/sqlite/waiting.py). Emptied when they are indexed. One that got another
-- text, or none, may be in it still.
DROP TABLE index_waiting_values;
CREATE TABLE index_waiting_few_words (
    segment_id INTEGER PRIMARY KEY,
    words      INTEGER NOT NULL CHECK (words IN (0, 1))
) STRICT;
