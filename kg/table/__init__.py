"""The table between relations and linking: one row a claim, kept as Parquet between builds."""
