"""What a reader judges: a finding or a confirmation in its sentence, with a fingerprint that edits elsewhere leave alone."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import Any, NamedTuple

CONFIRMATION = "confirmation"
"""The rule of an item that is a claim found right; its severity is the verdict."""
SEVERITIES = ("error", "warning", "note", "match", "compatible")
END = re.compile(r"[。！？!?\n\r]+|\.(?=\s)")
BEFORE, AFTER, ASIDE = 220, 160, 60
"""How many characters around the figure a reader is shown, and around a related figure that stands elsewhere."""
JSON = dict[str, Any]
Spot = tuple[int, int]


class Item(NamedTuple):
    """One thing that the command told, as a reader sees it."""

    fingerprint: str
    rule: str
    severity: str
    message: str
    context: str
    elsewhere: tuple[str, ...]
    file: str
    title: str
    published: str | None


class Page(NamedTuple):
    """An article as the command read it: its front matter takes the first `head` characters."""

    file: str
    text: str
    head: int

    @property
    def title(self) -> str:
        """The first line that is not blank."""
        return next((line.strip()[:80] for line in self.text[self.head :].splitlines() if line.strip()), "")


def sentence(text: str, spot: Spot) -> Spot:
    """Where the sentence around a figure starts and ends."""
    start = max((m.end() for m in END.finditer(text, max(0, spot[0] - 2000), spot[0])), default=max(0, spot[0] - 2000))
    end = END.search(text, spot[1])
    return start, end.end() if end else len(text)


def shown(text: str, window: Spot, accused: Spot | None, related: list[Spot]) -> str:
    """A stretch of text in one line, with the accused figure ⟦so⟧ and related ones ⟨so⟩."""
    marks = [(at, mark) for spot in related if spot != accused for at, mark in zip(spot, "⟨⟩", strict=True)]
    marks += zip(accused or (), "⟦⟧", strict=False)
    out = text[window[0] : window[1]]
    for at, mark in sorted(marks, reverse=True):
        if window[0] <= at <= window[1]:
            out = out[: at - window[0]] + mark + out[at - window[0] :]
    return re.sub(r"\s*[\n\r]\s*", " ¶ ", out).strip(" ¶")


def around(page: Page, spot: Spot) -> Spot:
    """The sentence of a figure with the ones before and after it, as far as a reader needs them."""
    start, end = sentence(page.text, spot)
    start, end = sentence(page.text, (max(0, start - 1), start))[0], sentence(page.text, (end, end))[1]
    floor = page.head if spot[0] >= page.head else 0
    return max(start, spot[0] - BEFORE, floor), min(end, spot[1] + AFTER)


def aside(page: Page, spot: Spot) -> Spot:
    """The close surroundings of a related figure."""
    start, end = sentence(page.text, spot)
    return max(start, spot[0] - ASIDE), min(end, spot[1] + ASIDE)


def normal(words: str) -> str:
    """Words without what an editor's program may change: blanks, widths, case."""
    return "".join(unicodedata.normalize("NFKC", words).casefold().split())


def fingerprint(rule: str, page: Page, spot: Spot, *more: object) -> str:
    """Names a finding by its rule, its sentence and its figure, whatever else the article says."""
    start, end = sentence(page.text, spot)
    parts = [rule, normal(page.text[max(start, page.head) : end]), normal(page.text[slice(*spot)]), *map(str, more)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def item(
    page: Page, article: JSON, rule: str, severity: str, message: str, spot: Spot, related: list[Spot], *more: object
) -> Item:
    """A finding or a confirmation with what a reader needs to judge it."""
    window = around(page, spot)
    far = [r for r in related if not (window[0] <= r[0] and r[1] <= window[1])][:8]
    elsewhere = tuple(shown(page.text, aside(page, r), None, [r]) for r in far)
    context = shown(page.text, window, spot, related)
    name = fingerprint(rule, page, spot, *more)
    return Item(name, rule, severity, message, context, elsewhere, page.file, page.title, article["published"])


def findings(page: Page, article: JSON) -> list[Item]:
    """Everything that the command told about an article."""
    out = []
    for found in article["findings"]:
        spot = found["span"]["start"], found["span"]["end"]
        related = [(r["start"], r["end"]) for r in found["related"]]
        message = " / ".join([found["message"], *found["also"]])
        out.append(item(page, article, found["rule"], found["severity"], message, spot, related))
    return out


def confirmations(page: Page, article: JSON) -> list[Item]:
    """Every claim that the command found right, with what it was held against."""
    out = []
    for claim in article["claims"]:
        if claim["verdict"] in {"match", "compatible"}:
            official = claim["reference"] or {}
            bound = [claim["indicator_id"], claim["area"], claim["period"], official.get("value"), official.get("period")]
            assumed = "".join(f", {key} assumed" for key in claim.get("assumed") or ())
            message = f"{claim['indicator']} = {' | '.join(map(str, bound[:3]))} ({claim['statement']}{assumed}); official {official.get('id')}; {claim['why']}"
            spot = claim["start"], claim["end"]
            out.append(item(page, article, CONFIRMATION, claim["verdict"], message, spot, [], *bound))
    return out
