"""One module a user task; what the command line and later other doors call."""
