"""The command `kg`: one module a subcommand, and what they show tables and explanations with."""
