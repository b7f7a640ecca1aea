"""How fast reading is: `python tests/bench_extract.py` prints the table that README shows. No test: pytest does not collect it.

Every row reads the same bytes in the same run on one core; what counts is processor time. The first row, all runs of digits by `re`,
is what any reader must at least do; the others are given as parts of its speed. The texts here have new figures in the same few
sentences, which suits whatever is remembered from one figure to the next: `python tests/bench_extract.py FILE …` reads files instead.
Peers are measured where they are installed, which is best in an environment of their own
(`pip install --pre recognizers-text-suite 'emoji<2' jionlp`), on a part of the text, for they are slow.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from factcheck.grammar import read
from factcheck.grammar.fold import Text2, fold
from factcheck.grammar.phrases import is_latin
from factcheck.grammar.scan import scan
from factcheck.model import Article, Vocabulary

REPORT = """一年来，各地各部门齐心协力，抓生产、稳就业、促消费，经济运行总体平稳、稳中有进，各项事业取得新的成绩。地区生产总值达{0}.{1}万亿元，增长{2}.{3}%，总量连续{4}年位居前列。
我们加快建设现代化产业体系，强化企业科技创新主体地位，推动传统产业改造提升，培育壮大新兴产业，前瞻布局未来产业。新培育专精特新企业{5}家，先进制造业增加值占规模以上工业的比重提高到{7}.{8}%，产业结构更加合理，创新动能持续增强。
我们深入推进乡村全面振兴，健全城乡融合发展体制机制，学好用好各地经验，粮食总产量稳定在{9}万吨以上，农村居民人均可支配收入增长{2}.{1}%，乡村面貌发生新的变化，广大群众的获得感、幸福感、安全感不断增强。
基础设施建设全面提速，综合立体交通网加快完善，高速公路通车里程突破{6}{8}00公里，港口货物吞吐量近{0}.{3}亿吨，群众出行更加便利，营商环境持续改善，各类经营主体活力进一步迸发。
民生福祉稳步增进，就业优先政策落细落实，社会保障网织密扎牢，城镇新增就业{9}万人，义务教育巩固率约{7}.{1}%，新增养老床位{6}万张，文化体育事业繁荣发展，社会大局保持和谐稳定。
展望未来，要坚定信心、迎难而上，把各方面的积极性充分调动起来，着力破解制约发展的深层次矛盾，力争到2030年主要指标再上新台阶，让改革发展成果更多更公平惠及人民群众，奋力谱写中国式现代化建设的新篇章。
"""
COMMUNIQUE = """初步核算，2025年全市地区生产总值{0}{1}.{3}亿元，比上年增长{2}.{1}%。其中，第一产业增加值{9}.{2}亿元，增长{3}.{4}%；第二产业增加值{5}.{7}亿元，增长{2}.{8}%。
三次产业结构为{4}.{1}:{6}.{2}:{7}.{3}。年末常住人口{5}.{8}万人，比上年末增加{2}.{1}万人；城镇化率{7}.{4}%，提高0.{3}个百分点。
粮食播种面积{9}.{6}千公顷，产量{5}.{4}万吨；生猪出栏{9}万头，下降{1}.{2}%。社会消费品零售总额{5}.{6}亿元，增长{3}.{2}%。1—11月，进出口总额{9}.{1}亿美元。
"""
ENGLISH = """Over the past year the province held to the principle of steady progress, and its economy stayed on course. Gross domestic product reached {0}.{1} trillion yuan, up {2}.{3} percent.
More than {5} new manufacturers were registered in 2025, about {6} percent of them in the south, and exports rose to ${9}.{4} billion, although demand abroad remained weak.
Nearly {6}.{8} million people found work in the first half, and the surveyed unemployment rate fell by 0.{3} percentage points, which the officials called an encouraging sign.
"""
SIZE = 100_000
PEER_SIZE = 3_000


def filled(template: str, size: int) -> str:
    """A text of about `size` bytes: the template over and over with figures that differ."""
    state, parts, length = 7, [], 0
    while length < size:
        numbers = []
        for least, most in ((1, 9), (0, 9), (1, 9), (0, 9), (2, 40), (100, 990), (2, 9), (30, 99), (0, 9), (1000, 9000)):
            state = state * 1_103_515_245 + 12_345 & 0x7FFFFFFF
            numbers.append(least + state % (most - least + 1))
        parts.append(template.format(*numbers))
        length += len(parts[-1].encode())
    return "".join(parts)


def seconds(job: Callable[[], object], least: float = 0.5) -> float:
    """The best time of a job, over half a second of runs."""
    best, begun = float("inf"), process_time()
    while process_time() - begun < least:
        start = process_time()
        job()
        best = min(best, process_time() - start)
    return best


Row = tuple[str, str, Callable[[], object]]
"""What a row is called, the text that it reads (empty where it can't), and the job."""


def ours(text: str) -> Iterator[Row]:
    """The rows of this program."""
    data = text.encode()
    yield "digits by `re`", text, lambda: re.findall(rb"[0-9]+", data)
    yield "factcheck, every numeral read", text, lambda: scan(Text2(text, fold(text)))
    yield "factcheck, bound to indicator, area, period", text, lambda: read(Article.of("text", text), Vocabulary())


def peers(text: str) -> Iterator[Row]:
    """The rows of the peers that are installed, each with all of its readers of figures and times."""
    part, chinese = text[:PEER_SIZE], not is_latin(text, 0, len(text))
    with suppress(ImportError):
        import recognizers_suite as suite  # type: ignore[import-not-found]

        culture = suite.Culture.Chinese if chinese else suite.Culture.English
        readers = (suite.recognize_number, suite.recognize_percentage, suite.recognize_currency, suite.recognize_dimension, suite.recognize_datetime)
        yield "Recognizers-Text", part, lambda: [reader(part, culture) for reader in readers]
    with suppress(ImportError):
        import jionlp  # type: ignore[import-not-found]

        yield "JioNLP, money and times only", part * chinese, lambda: (jionlp.ner.extract_money(part), jionlp.ner.extract_time(part))


def column(text: str) -> dict[str, str]:
    """MB/s of every row, and what part that is of the first one's."""
    cells: dict[str, str] = {}
    base = 0.0
    for label, part, job in (*ours(text), *peers(text)):
        if not part:
            cells[label] = "-"
            continue
        job()
        speed = len(part.encode()) / seconds(job) / 1e6
        cells[label] = f"{speed:.{1 if speed > 0.1 else 3}f} (1/{base / speed:,.0f})" if base else f"{speed:.0f}"
        base = base or speed
    return cells


def main(paths: Sequence[str]) -> None:
    """Print the table for the three texts, or for those at `paths`."""
    texts = {Path(path).stem: Path(path).read_text(encoding="utf-8") for path in paths} or {
        name: filled(template, SIZE) for name, template in (("report", REPORT), ("communiqué", COMMUNIQUE), ("English news", ENGLISH))
    }
    columns = {name: column(text) for name, text in texts.items()}
    print(f"| MB/s | {' | '.join(columns)} |\n|---{'|---:' * len(columns)}|")
    print(f"| numerals in 100 KB | {' | '.join(f'{numerals(text):,}' for text in texts.values())} |")
    for label in next(iter(columns.values())):
        print(f"| {label} | {' | '.join(cells[label] for cells in columns.values())} |")


def numerals(text: str) -> int:
    """How dense a text is."""
    return round(len(scan(Text2(text, fold(text)))) * 100_000 / len(text.encode()))


if __name__ == "__main__":
    main(sys.argv[1:])
