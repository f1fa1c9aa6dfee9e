-- Version 7: which segments that wait to be indexed have letters in values only, so that no word finds them
-- (store/sqlite/waiting.py). Emptied when they are indexed. One that got another text, or none, may be in it still.
CREATE TABLE index_waiting_values (
    segment_id INTEGER PRIMARY KEY
) STRICT;
