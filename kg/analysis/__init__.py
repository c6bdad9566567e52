"""What a graph says as a whole, and of one thing: entities and claims as values, the network, the report.

Everything here reads an rdflib graph and returns values, text or pictures. The order of the modules: `namespaces`,
`entities`, `evidence` (claims with their segments); of one thing `marking`, `explain`, `candidates` (what was turned
down); of the whole `network`, `centrality`, `communities`, `brokers`, `overview` (all figures of the network),
`tallies`, `summary` (what a build knows of itself), `charts`; shown by `one_line`, `markdown`, `pictures`, `report`.
"""
