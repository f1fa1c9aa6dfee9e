"""Holds the file formats: one package a format, reading units, concepts or blocks, and writing them whole or not at
all."""
