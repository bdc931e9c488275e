"""One of the named questions of `cypher/`, asked of a Neo4j that `mithaq load --to` has filled.

    NEO4J_URI=neo4j://localhost:7687 NEO4J_PASSWORD=… python ask_neo4j.py cypher/owed-to.cypher creditor=العراق
"""

import argparse
import json
import os
import re
from pathlib import Path

from neo4j import READ_ACCESS, GraphDatabase


def read_question(source: str) -> tuple[str, dict]:
    """The query of a file, and its parameters as the header gives them: `// param day = 2027-01-01`."""
    given = dict(re.findall(r"^// param (\w+) = (.+)$", source, re.MULTILINE))
    query = "\n".join(line for line in source.splitlines() if not line.startswith("//"))
    return query, {name: value_of(text) for name, text in given.items()}


def value_of(text: str):
    """JSON, or else the words as they stand."""
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return text


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("question", type=Path)
    parser.add_argument("params", nargs="*", metavar="name=value")
    args = parser.parse_args()
    query, params = read_question(args.question.read_text(encoding="utf-8"))
    params |= {name: value_of(text) for name, text in (each.split("=", 1) for each in args.params)}

    address = os.environ.get("NEO4J_URI", "neo4j://localhost:7687")
    auth = (os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ["NEO4J_PASSWORD"])
    with GraphDatabase.driver(address, auth=auth) as driver, driver.session(default_access_mode=READ_ACCESS) as session:
        result = session.run(query, params)
        print(*result.keys(), sep="\t")
        for record in result:
            print(*("" if cell is None else cell for cell in record), sep="\t")
