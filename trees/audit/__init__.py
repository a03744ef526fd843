"""The audit of a cohort: each patient of a file is put to a tree by the query that is exported. It needs DuckDB."""
