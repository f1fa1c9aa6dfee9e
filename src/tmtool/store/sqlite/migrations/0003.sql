-- Version 3: a Han or kana character is a token, and what a text is found by may be other words than it has.

-- The full-text index of texts that are not indexed as they are (text/word_index.py), by the words that they are found
-- by, with spaces between. The text itself is not in it.
CREATE VIRTUAL TABLE segments_words USING fts5 (
    text, content = '', detail = none, columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO segments_words (segments_words, rank) VALUES ('hashsize', 16000000);
