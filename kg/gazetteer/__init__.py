"""The division table: what is known about areas before any article is read; used by every stage, imports none."""
