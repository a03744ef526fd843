"""Two editions of the trees side by side: what changed in clinical words, and for which patients."""
