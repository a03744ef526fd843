"""The page of a comparison: what changed, for whom, and one picture that shows both editions of a tree in one."""
