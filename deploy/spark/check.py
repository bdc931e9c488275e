"""The job against itself, in local mode: 20,000 generated articles, a worker killed in mid-job, every article once.

    python -m venv .venv && .venv/bin/pip install -r deploy/spark/requirements.txt
    .venv/bin/python deploy/spark/check.py [--articles 20000] [--partitions 16] [--load GROUPS]

Needs Java 17 and what Mithaq needs. It takes minutes, so no test run does it. `--load` also loads the parts, in so
many groups of partitions with one writer each, and counts the articles in the graph: into the Neo4j that NEO4J_URI,
NEO4J_USERNAME and NEO4J_PASSWORD name, all groups at once; without it into an embedded store, which takes one writer
at a time, group by group.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
MITHAQ = HERE.parent.parent / "apps" / "cli" / "bin" / "mithaq.js"
ACTORS = ["قطر", "تركيا", "العراق", "الأردن", "مصر", "الكويت"]
WORKS = ["مستشفى", "جسر", "ميناء", "مطار", "سد", "طريق", "جامعة", "محطة", "مصنع", "مختبر", "ملعب", "متحف", "سوق"]
CITIES = ["بغداد", "البصرة", "الموصل", "أربيل", "كركوك", "النجف", "الفلوجة", "تكريت", "دهوك", "السليمانية", "الرمادي"]


def article(number: int) -> dict:
    actor, other = ACTORS[number % 6], ACTORS[(number + 1) % 6]
    work, another, city = WORKS[number % 13], WORKS[number // 13 % 13], CITIES[number // 169 % 11]
    return {
        "id": f"spark-{number}",
        "published": "2025-03-01",
        "text": f"تعهدت {actor} ببناء {work} و{another} في {city} قبل نهاية 2025. "
        f"وقال مسؤولون إن الحكومة ستعلن تفاصيل المشروع {number} في أيلول المقبل. "
        f"ورفضت {other} إغلاق {another} في {city}.",
    }


def extracting(command: str) -> list[int]:
    """The processes that Spark has piped lines into."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                words = (entry / "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if [word.decode(errors="replace") for word in words[:-1]] == command.split():
                found.append(int(entry.name))
    return found


def kill_one(job: subprocess.Popen, command: str, after: float) -> int:
    """SIGKILL, as the kernel sends it where memory runs out."""
    started = time.monotonic()
    while job.poll() is None:
        workers = extracting(command)
        if workers and time.monotonic() - started > after:
            os.kill(workers[0], signal.SIGKILL)
            return workers[0]
        time.sleep(0.2)
    raise SystemExit("the job was over before a worker could be killed: give more articles")


def load(parts: list[Path], groups: int, folder: str) -> int:
    """One writer a group of partitions. Returns how many articles the graph then holds."""
    at_once = bool(os.environ.get("NEO4J_URI"))
    where = [] if at_once else ["--store", f"{folder}/store"]
    running = []
    for group in range(groups):
        cat = subprocess.Popen(["cat", *parts[group::groups]], stdout=subprocess.PIPE)
        writer = subprocess.Popen(["node", MITHAQ, "load", "-", *where], stdin=cat.stdout)
        running.append(writer)
        if not at_once and writer.wait() != 0:
            break
    if any(writer.wait() != 0 for writer in running):
        raise SystemExit("a group could not be loaded")
    answer = subprocess.run(
        ["node", MITHAQ, "query", "MATCH (a:Article) RETURN count(a) AS n", "--format", "csv", *where],
        check=True, capture_output=True, text=True,
    )
    return int(answer.stdout.split()[1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--partitions", type=int, default=16)
    parser.add_argument("--load", type=int, metavar="GROUPS", default=0)
    args = parser.parse_args()

    with tempfile.TemporaryDirectory(prefix="mithaq-spark-") as folder:
        source, output = Path(folder) / "articles.jsonl", Path(folder) / "graphs"
        with source.open("w", encoding="utf-8") as file:
            for number in range(args.articles):
                file.write(json.dumps(article(number), ensure_ascii=False) + "\n")

        command = f"node {MITHAQ} extract -"
        started = time.monotonic()
        # Local mode gives a task one try unless told otherwise; a cluster gives it four.
        job = subprocess.Popen(
            [sys.executable, "-m", "pyspark.find_spark_home"], stdout=subprocess.PIPE, text=True
        )
        home = job.communicate()[0].strip()
        job = subprocess.Popen(
            [f"{home}/bin/spark-submit", "--master", "local[2,4]", str(HERE / "extract.py"), str(source),
             str(output), "--partitions", str(args.partitions), "--command", command],
            env={**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"},
            stderr=subprocess.PIPE, text=True,
        )
        killed = kill_one(job, command, after=20)
        log = job.communicate()[1]
        seconds = time.monotonic() - started
        if job.returncode != 0:
            raise SystemExit(f"the job failed with {job.returncode}:\n{log[-3000:]}")
        if "Lost task" not in log:
            raise SystemExit("no task was lost: the kill came too late to prove anything")

        ids = [
            json.loads(line)["article"]["id"]
            for part in sorted(output.glob("part-*"))
            for line in part.open(encoding="utf-8")
        ]
        expected = {f"article:spark-{number}" for number in range(args.articles)}
        if len(ids) != args.articles or set(ids) != expected:
            raise SystemExit(f"{len(ids)} records of {len(set(ids))} articles came out of {args.articles}")
        print(f"killed process {killed}; every one of {len(ids)} articles came out once")
        print(f"{seconds:.0f} s in all, {args.articles / seconds:.0f} articles/s on {os.cpu_count()} processors")

        if args.load:
            started = time.monotonic()
            count = load(sorted(output.glob("part-*")), args.load, folder)
            seconds = time.monotonic() - started
            if count != args.articles:
                raise SystemExit(f"the graph holds {count} articles of {args.articles}")
            print(f"{args.load} writers loaded them in {seconds:.0f} s, {args.articles / seconds:.0f} articles/s")


if __name__ == "__main__":
    main()
