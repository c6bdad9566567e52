"""kg: a queryable, traceable knowledge graph out of Chinese local news."""

__version__ = "0.1.0"
