"""Where the ontology is: in a checkout its top-level folder, in an installed wheel `kg/ontology`."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import kg

ONTOLOGY = "county-kg.ttl"
SHAPES = "shapes.ttl"


def ontology_folder() -> Traversable:
    """The folder of the ontology. Raises FileNotFoundError if the installation lacks it.

    >>> sorted(file.name for file in ontology_folder().iterdir() if file.name.endswith(".ttl"))
    ['county-kg.ttl', 'disagreements.ttl', 'shapes.ttl']
    """
    packed = files(kg) / "ontology"
    beside_the_package = Path(kg.__file__).parents[1] / "ontology"
    for folder in (packed, beside_the_package):
        if (folder / ONTOLOGY).is_file():
            return folder
    raise FileNotFoundError(f"{packed / ONTOLOGY} is not there: install county-kg again, or run it in its checkout")


def ontology_text(name: str = ONTOLOGY) -> str:
    """The text of a file in the folder of the ontology. Raises FileNotFoundError.

    >>> "sh:NodeShape" in ontology_text(SHAPES)
    True
    """
    return (ontology_folder() / name).read_text(encoding="utf-8")
