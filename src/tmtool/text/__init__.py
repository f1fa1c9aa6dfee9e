"""Works on plain text as such: tokens and match rates, differences, sentences."""
