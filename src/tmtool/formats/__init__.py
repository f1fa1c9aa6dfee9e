"""The file formats: one module a format, reading units, concepts or blocks, and writing them whole or not at all."""
