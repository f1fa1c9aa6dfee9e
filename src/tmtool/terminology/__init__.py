"""Terms of the term base in running text."""
