"""Teaching: a patient in a sentence, the reader's own walk, and then how it compares with the case's."""
