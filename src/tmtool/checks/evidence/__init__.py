"""Holds the evidence that checks look at: where two texts part, how words link, how a French phrase is read."""
