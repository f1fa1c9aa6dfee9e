-- Version 6: which segments that wait to be indexed may hold the words of a query (store/sqlite/word_signs.py).

-- Some segments of a language with their numbers of tokens, and for each sign a bit a segment: whether any of its words
-- has the sign. Emptied when they are indexed. One that got another text is in a later row again.
CREATE TABLE index_waiting (
    id       INTEGER PRIMARY KEY,
    language TEXT NOT NULL,
    segments BLOB NOT NULL,
    lengths  BLOB NOT NULL,
    signs    BLOB NOT NULL
) STRICT;
