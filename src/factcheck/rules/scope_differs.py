"""总体可能张冠李戴 / The official figure is a share of another whole.

数字与官方的占比一致，但官方说的是占全国，文中却成了占全球（或者反过来），多半是省略了“全国”二字。
The number is the official share, but official statistics give it of the nation and the text of the world, or the other way
round: often a word is missing.

错：2024年，广东生产了全球18%的集成电路。〔published=2026-06-18〕
对：2024年，广东生产了全国18%的集成电路。〔published=2026-06-18〕
wrong: Guangdong made 18% of the world's integrated circuits in 2024. 〔published=2026-06-18〕
right: Guangdong made 18% of the nation's integrated circuits in 2024. 〔published=2026-06-18〕
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Facts, Problem, Unchecked
from factcheck.rules._facts import guaranteed
from factcheck.rules._premises import assumed

__all__ = ["check"]

RESTS_ON = ("same_whole",)


def check(facts: Facts) -> Iterator[Problem]:
    """A note where the share of another whole, which can't be compared, happens to be this very number."""
    for claim, verdict in facts.judged:
        if claim.statement != "share" or claim.whole.value is None:
            continue
        match verdict:
            case Unchecked("not_comparable", why, nearest) if nearest:
                said = guaranteed(claim.mention)
                if said and said.meets(nearest.found):
                    premises = (assumed("same_whole", "恰与另一整体的占比相同", "it happens to be the share of another whole"),)
                    yield Problem("note", claim.span, why, premises=premises)
            case _:
                pass
