"""Who is bound most, who owes whom, and who stands between others, by networkx.

    python who_is_bound.py graph.graphml
"""

import argparse
from collections import Counter

import networkx as nx


def ties(graph: nx.MultiDiGraph) -> nx.DiGraph:
    """Actors alone: debtor to creditor, by how many undertakings."""
    between = nx.DiGraph()
    for actor, commitment, edge in graph.edges(data=True):
        if edge["relation"] != "COMMITS_TO":
            continue
        for _, creditor, owed in graph.out_edges(commitment, data=True):
            if owed["relation"] == "OWED_TO" and creditor != actor:
                weight = between.get_edge_data(actor, creditor, {"weight": 0})["weight"]
                between.add_edge(actor, creditor, weight=weight + 1)
    return between


def main(path: str, most: int) -> None:
    graph = nx.read_graphml(path)
    name = nx.get_node_attributes(graph, "caption")

    bound = Counter(actor for actor, _, edge in graph.edges(data=True) if edge["relation"] == "COMMITS_TO")
    for actor, count in sorted(bound.items(), key=lambda item: (-item[1], item[0]))[:most]:
        print("bound", name[actor], count, sep="\t")

    between = ties(graph)
    for debtor, creditor, weight in sorted(between.edges(data="weight"), key=lambda tie: (-tie[2], tie[:2]))[:most]:
        print("owes", name[debtor], name[creditor], weight, sep="\t")

    central = nx.betweenness_centrality(between)
    for actor, value in sorted(central.items(), key=lambda item: (-item[1], item[0]))[:most]:
        if value > 0:
            print("between", name[actor], f"{value:.3f}", sep="\t")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph")
    parser.add_argument("--most", type=int, default=10)
    args = parser.parse_args()
    main(args.graph, args.most)
