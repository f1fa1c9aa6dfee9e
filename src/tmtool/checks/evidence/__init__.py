"""What the checks look with: where two texts part, how words link, how a French phrase is read."""
