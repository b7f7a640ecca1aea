"""People by bands of age, one behind the other from nought to `及以上`: all the parts of whoever is counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model import Breakdown, Claim, Mix, Reading
from factcheck.names import fold_name
from factcheck.patterns import regex
from factcheck.records import NamedTuple
from factcheck.rules._partitions import base, members
from factcheck.rules._parts import Levels, levels_of, scope, told_of
from factcheck.rules._repeats import in_unit
from factcheck.rules._shares import part_of
from factcheck.rules._words import words

__all__ = ["bands_of", "mixes_of_bands"]

_BAND = regex("^([0-9]{1,3})(?:-([0-9]{1,3})|周?岁(?:及)?以上|(?= ?(?:and over|and above|or older)))(?:周?岁)?(?: ?(?:and over|and above|or older))?")
_EARLIER = 12
_FEWEST = 3


class _Band(NamedTuple):
    """From which age to which, None for all above; and what else the name says."""

    claim: Claim
    first: int
    last: int | None
    rest: str


def bands_of(reading: Reading) -> tuple[Breakdown, ...]:
    """Each run of bands told as levels, with the figures before it that may be all of them."""
    levels = levels_of(reading)
    runs = _runs([band for level in levels.all if (band := _band(level.claim, level.claim.indicator.value or ""))])
    found = ((run, tuple(_wholes(levels, run))) for run in runs)
    return tuple(Breakdown(wholes[0], tuple(band.claim for band in run), wholes[1:]) for run, wholes in found if wholes)


def mixes_of_bands(reading: Reading) -> tuple[Mix, ...]:
    """Each run of bands told as shares in percent."""
    shares = [claim for claim in reading.claims if claim.statement == "share" and claim.mention.unit == "percent" and in_unit(claim, "percent")]
    runs = _runs([band for claim in shares if (band := _band(claim, part_of(fold_name(claim.indicator.value or ""))))])
    return tuple(Mix(tuple(band.claim for band in run), tuple(said for band in run if (said := in_unit(band.claim, "percent")))) for run in runs)


def _band(claim: Claim, name: str) -> _Band | None:
    folded = fold_name(name)
    found = _BAND.match(folded)
    return _Band(claim, int(found.group(1)), int(found.group(2)) if found.group(2) else None, folded[found.end() :]) if found else None


def _runs(bands: Sequence[_Band]) -> Iterator[tuple[_Band, ...]]:
    """Bands of one sentence that leave no age out; what is told within another band (其中，65岁及以上) begins no run."""
    run: list[_Band] = []
    for band in bands:
        if run and band.claim.sentence == run[0].claim.sentence and band.first == (run[-1].last or band.first) + 1 and scope(band.claim) == scope(run[0].claim):
            run.append(band)
        elif band.first == 0:
            run = [band]
        else:
            continue
        if band.last is None and len(run) >= _FEWEST:
            yield tuple(run)
            run = []


def _wholes(levels: Levels, run: Sequence[_Band]) -> Iterator[Claim]:
    """The people told before of whom no part is named: 户籍人口, of the same place and time."""
    first = next(level for level in levels.all if level.claim is run[0].claim)
    rest = run[-1].rest or run[0].rest
    for level in levels.before(first, _EARLIER):
        name = fold_name(level.claim.indicator.value or "")
        plain = level.adds and not members(name) and base(name) in words("zh/share_holders")
        if plain and rest and name.endswith(rest) and told_of(level.claim, first.claim):
            yield level.claim
