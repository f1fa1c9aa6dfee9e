"""Holds the checks by class: the folder and the module say the name of a check, `completeness-omission`."""
