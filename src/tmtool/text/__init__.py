"""Plain text as such: tokens and match rates, differences, sentences."""
