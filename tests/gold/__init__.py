"""The gold of the seeds, the scorer, and the floors of the quality gate."""
