"""FHIR R4: a form that is filled in, rules that are run over what was filled in, and what they have in common."""
