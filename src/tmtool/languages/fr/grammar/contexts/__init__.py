"""Reads which form a word has by all that is around it, as a small model has learnt from much French."""
