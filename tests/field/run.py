"""Run the installed command over a folder of texts and keep what it told: python tests/field/run.py FOLDER [-- factcheck check].

NAME.json beside NAME.txt (or .md) may say when the article was published and whose "the province" is: {"published": "2026-03-01", "region": "贵州省"}.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import heapq
import json
import re
import shlex
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from items import JSON, Item, Page, confirmations, findings
from keeping import STORE, Run, keep, load, paths, sources

ROOT = Path(__file__).parents[2]
COMMAND = (str(Path(sys.executable).with_name("factcheck")), "check")
OPTIONS = ("--format", "json", "--exit-zero", "--quiet")
OWN = re.compile(r"---\r?\n(?:.*\n)*?---\r?\n")
"""Front matter that an article brings."""
SECONDS = 20
"""How long an article may take; a batch has as many times that as it has articles."""


class Outcome(NamedTuple):
    """What some articles gave."""

    counts: Counter[str]
    items: list[Item]
    confirmed: dict[str, Item]
    faults: list[str]
    reference: str


def texts(folder: Path) -> list[Path]:
    """The articles of a source, whatever folders they are in."""
    return sorted(path for path in folder.rglob("*") if path.suffix in {".txt", ".md"} and path.is_file())


def decoded(data: bytes) -> str:
    """An article's text as the command reads it."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")


def page(path: Path, folder: Path) -> Page:
    """An article with what is known of it in front matter, unless it brings its own."""
    text, beside, name = decoded(path.read_bytes()), path.with_suffix(".json"), str(path.relative_to(folder))
    if own := OWN.match(text):
        return Page(name, text, own.end())
    about = json.loads(beside.read_text(encoding="utf-8")) if beside.exists() else {}
    lines = "".join(f"{key}: {about[key]}\n" for key in ("published", "region") if about.get(key))
    head = f"---\n{lines}---\n" if lines else ""
    return Page(name, head + text, len(head))


def asked(command: list[str], pages: list[Page]) -> tuple[JSON | None, str]:
    """The command's report on copies of the articles, named by their number, and what it complained of."""
    with tempfile.TemporaryDirectory() as folder:
        for number, one in enumerate(pages):
            Path(folder, f"{number:05}{Path(one.file).suffix}").write_text(one.text, encoding="utf-8", newline="")
        try:
            done = subprocess.run(
                [*command, *OPTIONS, "."], cwd=folder, capture_output=True, timeout=SECONDS * len(pages), check=False
            )
            return json.loads(done.stdout), f"exit {done.returncode}"
        except subprocess.TimeoutExpired:
            return None, f"no answer in {SECONDS} seconds"
        except ValueError:
            return None, f"exit {done.returncode}: {done.stderr.decode('utf-8', 'replace').strip()[-300:]}"


def batch(command: list[str], pages: list[Page]) -> list[Outcome]:
    """What a batch gave; where it gave nothing its halves are tried, down to the article that is at fault."""
    report, why = asked(command, pages)
    if report is not None:
        return [outcome(report, pages)]
    if len(pages) == 1:
        return [Outcome(Counter({"not_checked": 1}), [], {}, [f"{pages[0].file}: {why}"], "")]
    half = len(pages) // 2
    return batch(command, pages[:half]) + batch(command, pages[half:])


def outcome(report: JSON, pages: list[Page]) -> Outcome:
    """Sort a report into what is counted, read and listed."""
    items: list[Item] = []
    confirmed: dict[str, Item] = {}
    faults: list[str] = []
    for article in report["articles"]:
        one = pages[int(Path(article["path"]).stem)]
        items += findings(one, article)
        confirmed |= {item.fingerprint: item for item in confirmations(one, article)}
        faults += wrong(one, article)
    return Outcome(counted(report["summary"]), items, confirmed, faults, report["reference"]["digest"][:12])


def counted(summary: JSON) -> Counter[str]:
    """The report's own counts, in one row."""
    counts = Counter({key: value for key, value in summary.items() if isinstance(value, int)})
    for part in ("verdicts", "reasons", "findings"):
        counts.update({f"{part}.{key}": value for key, value in summary[part].items()})
    return counts


def wrong(one: Page, article: JSON) -> list[str]:
    """Why an article was not checked, and findings that are not where they are said to be: their sentence can't be trusted."""
    spans = [found["span"] for found in article["findings"]]
    lost = [f"{span['text']!r} is elsewhere" for span in spans if one.text[span["start"] : span["end"]] != span["text"]]
    return [f"{one.file}: {why}" for why in (article["not_checked"], *lost) if why]


def gathered(command: list[str], files: list[Path], folder: Path, size: int, jobs: int, wanted: int) -> Outcome:
    """Run over all articles, a batch at a time, and draw the confirmations to be read.

    Those with the lowest fingerprints are drawn: as random as any, and a later run draws the same ones wherever they are still told.
    """
    whole = Outcome(Counter(), [], {}, [], "")
    rows = [files[at : at + size] for at in range(0, len(files), size)]
    with ThreadPoolExecutor(jobs) as pool:
        for number, outcomes in enumerate(pool.map(lambda row: batch(command, [page(path, folder) for path in row]), rows), 1):
            for one in outcomes:
                drawn = heapq.nsmallest(wanted, (whole.confirmed | one.confirmed).items())
                whole = Outcome(
                    whole.counts + one.counts, whole.items + one.items, dict(drawn), whole.faults + one.faults, one.reference
                )
            print(
                f"{min(number * size, len(files))} of {len(files)} articles, {whole.counts['claims']} claims", file=sys.stderr
            )
    return whole


def git(*words: str) -> str:
    """What git says of this repository."""
    return subprocess.run(["git", "-C", str(ROOT), *words], capture_output=True, text=True, check=False).stdout.strip()


def commit() -> str:
    """Which code this is; with a plus where it has been changed since."""
    return git("rev-parse", "--short", "HEAD") + ("+" if git("status", "--porcelain", "--", "src", "claims") else "")


def digest(path: Path) -> str:
    """Names a text, so that one that has been seen in another source is known again."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def met(store: Path, source: str, seen: set[str]) -> list[str]:
    """Which of the texts other sources have too."""
    others = [(other, seen & set(load(paths(store, other)[0]).texts)) for other in sources(store) if other != source]
    return [f"{len(shared)} texts have been seen in {other}" for other, shared in others if shared]


def arguments() -> tuple[argparse.Namespace, list[str]]:
    """The options, and the command to run."""
    words = sys.argv[1:]
    cut = words.index("--") if "--" in words else len(words)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--name", help="what to call the source; the folder's name by default")
    parser.add_argument("--kind", default="", help="what kind of text it is, such as “provincial reports”")
    parser.add_argument("--store", type=Path, default=STORE)
    parser.add_argument("--confirmations", type=int, default=300, help="how many confirmations to draw for reading")
    parser.add_argument("--batch", type=int, default=300, help="how many articles a process reads")
    parser.add_argument("--jobs", type=int, default=1, help="how many processes run at a time")
    return parser.parse_args(words[:cut]), words[cut + 1 :] or list(COMMAND)


def main() -> None:
    """Run, keep, and say what there is to read."""
    options, command = arguments()
    name, files = options.name or options.folder.resolve().name, texts(options.folder)
    whole = gathered(command, files, options.folder, options.batch, options.jobs, options.confirmations)
    before, seen = paths(options.store, name), [digest(path) for path in files]
    kind = options.kind or (load(before[0]).kind if before else "")
    number, date = len(before) + 1, dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    faults = met(options.store, name, set(seen)) + whole.faults
    items = whole.items + list(whole.confirmed.values())
    run = Run(name, kind, number, date, commit(), shlex.join(command), whole.reference, dict(whole.counts), faults, seen, items)
    print(keep(options.store, run))
    print(*faults, sep="\n")
    told = Counter(item.severity for item in whole.items)
    print(
        f"run {number} of {name}: {whole.counts['claims']} claims, {dict(told)}, {len(whole.confirmed)} confirmations to read"
    )


if __name__ == "__main__":
    main()
