"""Makes of the raw blocks of a file a document with its structure and segments."""
