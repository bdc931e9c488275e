"""Holds every entity of a file of JSON lines to the schema of FollowTheMoney, and every reference to an entity in it.

    python check_ftm.py FILE    prints how many of each schema there are, or what is wrong and exits with 1
"""

import json
import sys
from collections import Counter

from followthemoney import model
from followthemoney.exc import InvalidData
from followthemoney.types import registry

entities = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
schemata = {entity["id"]: entity["schema"] for entity in entities}
problems = []


def check(entity: dict) -> None:
    schema = model.get(entity["schema"])
    if schema is None or schema.abstract:
        problems.append(f"{entity['id']}: no schema {entity['schema']}")
        return
    if not registry.entity.validate(entity["id"]):
        problems.append(f"{entity['id']}: no id")
    try:
        schema.validate(entity)
    except InvalidData as error:
        problems.append(f"{entity['id']}: {error} {error.errors}")
    for name, values in entity["properties"].items():
        prop = schema.get(name)
        if prop is None or prop.stub:
            problems.append(f"{entity['id']}: {schema.name} has no {name}")
            continue
        for value in values:
            clean = prop.type.clean(value, proxy=model.get_proxy(entity, cleaned=True))
            if clean is None or (prop.type in (registry.date, registry.country, registry.identifier, registry.url) and clean != value):
                problems.append(f"{entity['id']}: {name}: {value!r} reads {clean!r}")
            if prop.type is registry.entity:
                target = model.get(schemata.get(value, ""))
                if target is None or not target.is_a(prop.range):
                    problems.append(f"{entity['id']}: {name}: {value} is no {prop.range.name} of this file")
    for name in schema.required:
        if schema.edge and not entity["properties"].get(name):
            problems.append(f"{entity['id']}: {name} is missing")


for each in entities:
    check(each)
if len(schemata) != len(entities):
    problems.append("an id is there twice")
if problems:
    print("\n".join(problems[:50]))
    sys.exit(1)
print(json.dumps(dict(sorted(Counter(schemata.values()).items()))))
