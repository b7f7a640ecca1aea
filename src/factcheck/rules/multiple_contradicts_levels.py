"""倍数与数值不符 / A multiple contradicts its levels.

由20万到60万，是原来的3倍，增长了2倍，翻了一番半；“增长3倍”是把“是几倍”说成了“增长几倍”。翻一番是2倍，翻两番是4倍。
From 200,000 to 600,000 is three times as much, or two times more. Chinese keeps the two apart (增长2倍, 是3倍), and 翻番 doubles:
once is twice as much, twice is four times.

错：口岸客流由537万人次增长到2.38亿人次，增长了44倍。
错：全市汽车销量由20万辆增加到90万辆，翻了一番。
错：全市汽车销量由20万辆增加到90万辆，增长2倍。
错：农民人均纯收入由2010年的130元增加到2014年的270元，四年翻了两番。
错：规模以上工业企业由2020年的120家增加到2025年的168家，是2020年的1.6倍。
对：规模以上工业企业由2020年的120家增加到2025年的168家，是2020年的1.4倍。
对：口岸客流由537万人次增长到2.38亿人次，增长了43.3倍。
对：2015年全村收入1080万元，2020年达到1.14亿元，平均两年翻一番。
对：全市汽车销量由20万辆增加到60万辆，增长2倍；摩托车销量由20万辆增加到39万辆，翻了近一番。
wrong: Output increased 5 times from 2 million tonnes to 6 million tonnes.
right: Output increased 3 times from 2 million tonnes to 6 million tonnes.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.model import Claim, Facts, Move, Problem, Severity, Slip, Text
from factcheck.patterns import regex
from factcheck.rules._arithmetic import middle
from factcheck.rules._facts import allowed
from factcheck.rules._levels import multiple_of, premises_of
from factcheck.rules._moves import levels_of
from factcheck.rules._premises import given
from factcheck.rules._say import listed, misprints
from factcheck.written import short, show

__all__ = ["check"]

RESTS_ON = ("same_thing", "same_owner", "from_to", "same_basis", "wording")

_ONCE = Interval.point(Fraction(1))
_SETUP = regex(r" ?[0-9]")
"""2 x 25 kV is how something is built."""
_LOOSELY = Fraction(1, 8)
_LOOSE = frozenset(("near_below", "approx"))
_DIGITS = 3
_MORE = regex(r"[,.;:)]|$| (?:as |more|the (?:level|figure|amount|size|number|total)|that|what|higher|larger|bigger|over |from |between |since |in [0-9]|to )")


def check(facts: Facts) -> Iterator[Problem]:
    """Each multiple of a movement against the quotient of its levels, as 增长n倍, as 是n倍, or as 翻番."""
    for move in facts.graph.moves:
        found = multiple_of(move) if move.base else None
        for rate in move.rates:
            usual = rate.change == "times" and rate.direction != "down" and "annual_average" not in rate.basis
            if found and usual and _of_the_move(facts, rate):
                yield from _multiple(move, rate, found)


def _of_the_move(facts: Facts, rate: Claim) -> bool:
    """Whether English `times` says how much more or as much it is: four times global output is of something else, and moved four times counts."""
    if _SETUP.match(facts.reading.article.text, rate.span.end) and rate.mention.surface.endswith("x"):
        return False
    if not rate.mention.surface.isascii() or not rate.mention.surface.endswith("times"):
        return True
    return _MORE.match(facts.reading.article.text, rate.span.end) is not None


def _multiple(move: Move, rate: Claim, found: Interval) -> Iterator[Problem]:
    said = allowed(rate.mention)
    if said and rate.mention.value is not None and rate.mention.hedge in _LOOSE:
        said = said.hull(Interval.around(rate.mention.value, abs(rate.mention.value) * _LOOSELY))  # nearly tripled
    if said is None or rate.mention.unit != "times":
        return
    more = found.minus(_ONCE)
    if rate.mention.surface.isascii():
        if not (more.meets(said) or found.meets(said)):
            yield _problem(move, rate, found, "error")
    elif rate.mention.surface.endswith("番") or rate.direction is None:
        if _is_whole(move, rate) and not found.meets(said):
            yield _problem(move, rate, found, "error")
    elif not more.meets(said):
        yield _problem(move, rate, more, "warning" if found.meets(said) else "error")
    elif rate.mention.hedge == "none" and _rather(found, said):
        yield _problem(move, rate, more, "note")


def _is_whole(move: Move, rate: Claim) -> bool:
    """Whether 是2015年的3倍 is about the level that the movement starts from."""
    base = move.base
    start = base.period.value if base else None
    return rate.mention.surface.endswith("番") or (start is not None and start in {rate.period.value, rate.base.value})


def _rather(found: Interval, said: Interval) -> bool:
    """Between hedged levels both readings may be possible; still 增长三倍 is the less likely where only 是三倍 fits their middles."""
    centre = middle(found)
    return centre is not None and Interval.point(centre).meets(said) and not Interval.point(centre - 1).meets(said)


def _problem(move: Move, rate: Claim, right: Interval, severity: Severity) -> Problem:
    figures = levels_of(move)
    by, ratio = listed(figures), multiple_of(move) or right
    fits = show(right)
    zh = f"倍数与数值不符：{by.zh}之比为{show(ratio)}，即增长{show(ratio.minus(_ONCE))}倍，文中为{rate.mention.surface}"
    en = f"a multiple contradicts its levels: {by.en} make it {show(ratio)} times as much, not {rate.mention.surface}"
    slips = misprints((rate.mention, right)) if severity == "error" else (_confused(rate),)
    one = given("wording", "“增长n倍”常被用来说“是n倍”", "n times more is often said of n times as much", holds=severity != "warning")
    premises = (*premises_of(move, rate), one)
    related = tuple(claim.span for claim in figures)
    return Problem("note" if severity == "note" else "error", rate.span, Text(zh, en), related, expected=f"{fits}倍", slips=slips, premises=premises)


def _confused(rate: Claim) -> Slip:
    """Both readings: 增长44倍 is 是45倍."""
    value = rate.mention.value or Fraction(0)
    less, surface = short(value - 1, _DIGITS), rate.mention.surface
    zh = f"“增长{surface}”是原来的{short(value + 1, _DIGITS)}倍；若指是原来的{surface}，应说增长{less}倍"
    return Slip("times_for_more", Text(zh, f"{surface} as much is {less} times more"), f"{less}倍")
