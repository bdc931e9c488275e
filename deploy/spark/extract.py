"""Articles to graphs on many machines: Spark hands lines to the command line and takes lines back.

    spark-submit deploy/spark/extract.py ARTICLES OUTPUT [--partitions N] [--command "mithaq extract -"]

ARTICLES is JSONL, one article a line, as `mithaq extract` takes it; OUTPUT is a folder that must not be there
yet, with one JSONL part a partition. Every article comes out exactly once, or the job fails: `checkCode` makes
a partition whose command ended badly be done again from its beginning, and without it a killed command would
lose the rest of its lines while the job stayed green.
"""

import argparse

from pyspark.sql import SparkSession


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles")
    parser.add_argument("output")
    parser.add_argument("--partitions", type=int, default=None, help="at least so many (default: Spark's choice)")
    parser.add_argument("--command", default="mithaq extract -", help="what reads and writes lines on a worker")
    args = parser.parse_args()

    spark = SparkSession.builder.appName("mithaq-extract").getOrCreate()
    try:
        lines = spark.sparkContext.textFile(args.articles, minPartitions=args.partitions)
        lines.pipe(args.command, checkCode=True).saveAsTextFile(args.output)
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
