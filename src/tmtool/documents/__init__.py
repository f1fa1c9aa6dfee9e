"""From the raw blocks of a file to a document with its structure and segments."""
