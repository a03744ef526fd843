// Follow the trees with what is known about one patient.
