"""The page of a tree that other sites show in a frame, and what leads to it."""
