"""Paths in, raw records out, one in memory at a time."""
