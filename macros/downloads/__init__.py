"""The forms in which a tree is taken away: each is one file, made when the site is built, the same bytes every time."""
