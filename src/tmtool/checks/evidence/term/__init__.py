"""Says which term is right, and how it is written in the place of a wrong one."""
