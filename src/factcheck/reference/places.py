"""Places held: the rank of a province among all, of a country in the world, and for how many years in a row one has been at the top."""

from __future__ import annotations

from fractions import Fraction

from factcheck.interval import ANYTHING, Interval
from factcheck.model import Evidence, Indicator, Text, Unchecked
from factcheck.period import Period
from factcheck.reference import derive
from factcheck.reference.areas import NATION, WORLD, area_name, is_group, provinces
from factcheck.reference.tracks import Figure, Question, Track, area_asked, base_unit, current, first, made, observed

__all__ = ["rank", "streak"]

_SETTLED = {"final", "revised", "census"}
_TOP = Interval.point(Fraction(1))


def rank(question: Question, indicator: Indicator) -> Track | Unchecked:
    """The place among the 31 provinces, for the periods for which all of them have a figure of the same standing; or in the world."""
    whole = area_name(question.claim.whole.value) if question.claim.whole.value else ""
    if area_asked(question) in provinces() and whole in {"", NATION}:
        return _ranks(question, indicator) or _no_rank(indicator)
    if whole == WORLD and (found := _in_the_world(question, indicator)):
        return found
    zh = "只核对省份在全国、国家在世界的位次"
    return Unchecked("no_reference", Text(zh, "only the rank of a province in the nation or of a country in the world is checked"))


def _no_rank(indicator: Indicator) -> Unchecked:
    zh = f"参考库没有各省“{indicator.name.zh}”的齐全数据，不能排位"
    return Unchecked("no_reference", Text(zh, f"no rank without {indicator.name.en} of every province"))


def _ranks(question: Question, indicator: Indicator) -> Track | None:
    """The place by period; no figure where one province has none, or only some have been revised."""
    area, unit = area_asked(question), base_unit(indicator)
    if area not in provinces():
        return None
    tracks = [found for name in provinces() if (found := observed(question, indicator, name, unit))]
    own = observed(question, indicator, area, unit)
    if own is None or len(tracks) < len(provinces()):
        return None

    def figures(period: Period) -> tuple[Figure, ...]:
        found = [figure.evidence for each in tracks if (figure := current(each.at(period)))]
        if len(found) < len(tracks) or len({evidence.status in _SETTLED for evidence in found}) > 1:
            return ()
        evidence = derive.rank(area, found)
        return (Figure(evidence, evidence.found, "current"),)

    shared = (p.text for p in own.periods if all(each.find(p) for each in tracks))
    return made(indicator, shared, figures)


def _in_the_world(question: Question, indicator: Indicator) -> Track | None:
    """The place of a country. Not all countries need to be in the set: none that is not comes before one that is larger than all
    that the world's total leaves for them."""
    area, unit = area_asked(question), base_unit(indicator)
    own, world = observed(question, indicator, area, unit), observed(question, indicator, WORLD, unit)
    if own is None or world is None:
        return None
    countries = [name for name in question.reference.areas(indicator.id) if name != WORLD and not is_group(name)]
    tracks = [track for name in countries if (track := observed(question, indicator, name, unit))]

    def figures(period: Period) -> tuple[Figure, ...]:
        total, mine = current(world.at(period)), current(own.at(period))
        found = [figure.evidence for track in tracks if (figure := current(track.at(period)))]
        if total is None or mine is None or not _outweighs(mine.evidence, total.evidence, found):
            return ()
        evidence = derive.rank(area, found)
        return (Figure(evidence, evidence.found, "current"),)

    return made(indicator, (p.text for p in own.periods if figures(p)), figures)


def _outweighs(own: Evidence, world: Evidence, listed: list[Evidence]) -> bool:
    """Whether it is larger than all that are not listed together."""
    low, high = own.found.low, world.found.high
    lows = [one.found.low for one in listed]
    return low is not None and high is not None and all(lows) and high - sum(one for one in lows if one) < low


def streak(question: Question, indicator: Indicator) -> Track | Unchecked:
    """Years in a row at the top: official statements, carried on as far as the levels show the same."""
    claim = question.claim
    statements = (indicator,) if indicator.streak_of else question.reference.related(indicator.id, "streak_of")
    official = first(observed(question, each, area_asked(question), claim.mention.unit) for each in statements)
    if official is None or claim.rank not in {None, 1}:
        return _no_streak(question, indicator)
    base = question.reference.indicator(indicator.streak_of or indicator.id)
    years = _years(question, official, base)
    found = made(indicator, years, lambda period: years.get(period.text, ()))
    return found._replace(about=base.id if base else indicator.id, memory=1) if found else _no_streak(question, indicator)


def _no_streak(question: Question, indicator: Indicator) -> Unchecked:
    area = area_asked(question)
    zh = f"参考库没有{area}“{indicator.name.zh}”连续居此位次的年数"
    return Unchecked("no_reference", Text(zh, f"the reference set has no such streak of {area} in {indicator.name.en}"))


def _years(question: Question, official: Track, base: Indicator | None) -> dict[str, tuple[Figure, ...]]:
    """For each year of the streak how long it was by then. The last one also has what it is if it went on unseen."""
    known = [(period, figure) for period in official.periods if (figure := current(official.figures(period)))]
    if not known:
        return {}
    last, until = known[-1][1].evidence, int(known[-1][0].text[:4])
    length = int(last.found.low or 0)
    before = range(until - length + 1, until)
    years: dict[str, tuple[Figure, ...]] = {str(year): (_counted(last, length - until + year),) for year in before}
    years[str(until)] = (known[-1][1],)
    proofs: list[Evidence] = []
    limit = question.date.first.year - 1 if question.date and question.date.first else until + 1
    ranks = _ranks(question, base) if base and limit > until else None
    for year in range(until + 1, limit + 1):
        proof = current(ranks.at(Period.of_year(year))) if ranks else None
        if proof is None:
            unseen = [_counted(last, length - until + later, *proofs) for later in range(year, limit + 1)]
            years[str(year - 1)] += tuple(figure._replace(typical=ANYTHING) for figure in unseen)
            return years
        if proof.evidence.found != _TOP:
            return years
        proofs.append(proof.evidence)
        years[str(year)] = (_counted(last, length - until + year, *proofs),)
    return years


def _counted(official: Evidence, years: int, *proofs: Evidence) -> Figure:
    evidence = derive.streak(official, years, proofs)
    return Figure(evidence, evidence.found, "current")
