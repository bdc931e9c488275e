"""What falls due before a day, out of the records of `mithaq extract`, and the words that say so.

    python due.py records.jsonl --before 2027-01-01
"""

import argparse
import json
from datetime import date, timedelta


def last_day(interval: dict | None) -> date | None:
    """Intervals are half-open: `until` is the first day that is out. None where the end is open."""
    if interval is None or interval["until"] is None:
        return None
    return date.fromisoformat(interval["until"]) - timedelta(days=1)


def due_before(lines, day: date):
    """Yields (last day, who, action, quote), the words sliced out of the untouched text."""
    for line in lines:
        record = json.loads(line)
        names = {entity["id"]: entity["name"]["ar"] for entity in record["entities"]}
        # Offsets count UTF-16 units, as JavaScript does; Python counts letters.
        text = record["article"]["text"].encode("utf-16-le")
        for commitment in record["commitments"]:
            due = last_day(commitment["due"])
            if due is None or due >= day:
                continue
            start, end = commitment["evidence"]["start"], commitment["evidence"]["end"]
            quote = text[2 * start : 2 * end].decode("utf-16-le")
            for committer in commitment["committers"]:
                yield due, names[committer], commitment["action"]["ar"], quote


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records")
    parser.add_argument("--before", type=date.fromisoformat, default=date.max, metavar="DAY")
    args = parser.parse_args()
    with open(args.records, encoding="utf-8") as lines:
        for row in sorted(due_before(lines, args.before)):
            print(*(" ".join(str(cell).split()) for cell in row), sep="\t")
