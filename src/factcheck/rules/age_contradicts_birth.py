"""年龄与出生年份不符 / An age does not fit the year of birth.

稿件2026年发表，1990年出生的人今年36岁（生日没过35岁，虚岁37岁），不会是40岁。稿件没有日期的、说的是过去年纪的，不查。
In 2026 somebody born in 1990 is 35 or 36, by the traditional count 37, and not 40. Nothing is said where the article has no date of
its own, or where the age is that of an earlier time.

错：赵敏1990年出生，今年40岁，在镇上开了一家茶厂。〔published=2026-06-18〕
错：孙立（1985年3月生），现年51岁。〔published=2026-06-18〕
对：赵敏1990年出生，今年36岁，在镇上开了一家茶厂。〔published=2026-06-18〕
对：赵敏1990年出生，30岁时在镇上开了一家茶厂。〔published=2026-06-18〕
对：赵敏1990年出生，今年40岁的丈夫在县城打工。〔published=2026-06-18〕
对：赵敏1990年出生，今年40岁，在镇上开了一家茶厂。
wrong: Born in 1990, Ann Smith, 40, teaches music. 〔published=2026-06-18〕
wrong: Mary Lee, who was born in 1990, is 46 years old. 〔published=2026-06-18〕
right: Born in 1990, Ann Smith, 36, teaches music. 〔published=2026-06-18〕
right: Born in 1990, she was 12 when the school closed. 〔published=2026-06-18〕
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Facts, Problem, Span, Stated, Text
from factcheck.patterns import regex
from factcheck.records import NamedTuple
from factcheck.rules._facts import sentence_at
from factcheck.rules._premises import assumed, stated

__all__ = ["check"]

RESTS_ON = ("same_person", "article_date")

_BORN = regex(r"((?:18|19|20)\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:出生|生(?![产活长于]))|生于((?:18|19|20)\d\d)年")
_AGE = regex(r"(?:今年|现年|年仅)(\d{1,3})周?岁(?![以时那的前后])")
_EN_BORN = regex(r"\b[Bb]orn in (?:[A-Z][a-z]+ )?((?:18|19|20)\d\d)\b")
_EN_AGE = regex(r", ([1-9][0-9])(?=,)|\bis (?:now )?([1-9][0-9])(?: years old|\.|,)")
_BETWEEN = 24
_COUNTS = (1, 0, -1)
"""Before the birthday, after it, and by the traditional count."""


class Life(NamedTuple):
    """A year of birth and an age, with where both stand."""

    born: int
    born_at: Span
    age: int
    age_at: Span


def check(facts: Facts) -> Iterator[Problem]:
    """Every year of birth with the age of the same person now."""
    published = facts.reading.context.published
    now = published.value.year if isinstance(published, Stated) and published.value else None
    if now is None:
        return
    text = facts.reading.article.text
    for births, ages in ((_BORN, _AGE), (_EN_BORN, _EN_AGE)):
        for birth in births.finditer(text):
            life = _life(text, sentence_at(facts, birth.start()), births, ages)
            if life and now - life.born - life.age not in _COUNTS:
                yield _problem(life, now)


def _life(text: str, sentence: Span, births: re.Pattern[str], ages: re.Pattern[str]) -> Life | None:
    """The one birth and the one age that a sentence tells of; of two people nobody knows whose is whose."""
    found, said = (list(pattern.finditer(text, *sentence)) for pattern in (births, ages))
    if len(found) != 1 or len(said) != 1:
        return None
    born, age = found[0], said[0]
    apart = ages is _AGE and not 0 <= age.start() - born.end() <= _BETWEEN
    at = born.lastindex or 0, age.lastindex or 0
    return None if apart else Life(int(born[at[0]]), Span(*born.span()), int(age[at[1]]), Span(*age.span(at[1])))


def _problem(life: Life, now: int) -> Problem:
    right = now - life.born
    zh = f"{life.born}年出生的人，{now}年{right}岁（未过生日{right - 1}岁，虚岁{right + 1}岁），文中为{life.age}岁；年龄与出生年份必有一误"
    en = f"somebody born in {life.born} is {right - 1} or {right} in {now}, not {life.age}: the age or the year of birth is wrong"
    premises = (assumed("same_person", "同一句里唯一的出生年份和年龄", "the only birth and the only age of the sentence"), stated("article_date"))
    return Problem("error", life.age_at, Text(zh, en), (life.born_at,), expected=str(right), premises=premises)
