-- Version 3: a Han or kana character is a token, and `words` of segments may be other words than the text has
-- (text/word_index.py): the program makes them anew.
COMMENT ON COLUMN segments.words IS 'the words that a text is found by';
