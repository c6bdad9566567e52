"""What a graph says as a whole: entities and claims as values, the entity network, tallies, and the report.

Everything here reads an rdflib graph and returns values, text or pictures. The order of the modules: `namespaces`,
`entities`, `evidence` (claims with their segments), `network`, `centrality`, `communities`, `brokers`, `overview` (all
figures of the network), `tallies`, `summary` (what a build knows of itself), `charts`, `pictures`, `report`.
"""
