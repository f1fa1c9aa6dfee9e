"""Says what a check is, what it looks at, which checks there are, and what becomes of their findings."""
