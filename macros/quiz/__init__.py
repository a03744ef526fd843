"""The cases of a collection as questions for learners: one file for each form in which they are taken away."""
