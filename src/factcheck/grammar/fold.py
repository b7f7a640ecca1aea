"""One character for one: full-width to half-width, traditional to simplified, dashes to one dash. Offsets stay true."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.patterns import regex

__all__ = ["Text2", "fold"]


class Text2(NamedTuple):
    """The text as it stands and as the grammar reads it; one offset serves both."""

    plain: str
    folded: str


_TRADITIONAL = (
    "國国內内產产業业總总億亿萬万長长對对額额農农漁渔製制築筑發发賣卖貿贸運运輸输倉仓儲储郵邮飯饭餐餐廳厅融融軟软術术務务"
    "賃赁會会計计統统與与為为個个幾几兩两點点數数據据時时間间來来約约過过達达從从後后還还開开關关區区縣县鎮镇鄉乡東东廣广"
    "蘇苏遼辽寧宁陝陕貴贵雲云慶庆龍龙灣湾港港華华實实現现價价格格貨货幣币圓圆電电氣气煤煤鋼钢鐵铁機机車车輛辆鋪铺線线網网"
    "戶户農农殘残歲岁齡龄學学校校醫医藥药療疗費费稅税財财政政預预決决減减漲涨跌跌較较環环節节結结構构層层級级類类種种條条"
    "項项臺台張张雙双隻只頭头畝亩頃顷噸吨斤斤餘余近近許许滿满達达將将歷历連连續续聯联單单獨独佔占佈布資资產产負负債债權权"
    "險险養养護护業业勞劳動动員员職职薪薪標标準准確确認认證证調调查查報报導导記记者者說说讀读書书寫写語语詞词讓让應应當当"
    "擴扩縮缩傳传優优質质量量進进口口貧贫窮穷豐丰糧粮棉棉豬猪雞鸡魚鱼蔬蔬菜菜種种麥麦穀谷豆豆油油廠厂場场園园見见觀观視视"
    "響响應应變变異异題题難难險险獲获獎奖勵励創创設设備备訊讯號号碼码錄录訂订購购買买賬账戰战爭争軍军隊队勝胜敗败輪轮紀纪"
    "週周歐欧韓韩聖圣壓压縱纵橫横億亿兆兆陸陆參参貳贰壹壹肆肆伍伍柒柒捌捌玖玖拾拾佰佰仟仟"
    "屆届議议團团辦办處处強强壯壮黨党擔担規规劃划領领經经濟济體体銷销積积顯显勢势態态綠绿藍蓝紅红嬰婴兒儿婦妇脫脱樓楼棟栋頁页冊册紙纸畫画賽赛組组織织協协際际係系於于並并啟启轉转換换軌轨橋桥飛飞艦舰載载櫃柜筆笔顆颗塊块釐厘錢钱鐘钟曆历舊旧陰阴陽阳"
    "誕诞屬属躍跃僅仅淨净虧亏損损匯汇鎊镑盧卢門门圍围攝摄盡尽盤盘綫线纖纤維维絲丝紡纺鹽盐礦矿煉炼燈灯頻频腦脑絡络圖图館馆藝艺樂乐劇剧"
)
_PAIRS = {a: b for a, b in zip(_TRADITIONAL[::2], _TRADITIONAL[1::2], strict=True) if a != b}
_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) != "，"}
_DASHES = dict.fromkeys("—–－−‐‑‒―﹣～〜∼~", "-")
_OTHERS = {"○": "〇", "◯": "〇", "Ｏ": "O", "\u3000": " ", "\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u202f": " ",
           "∶": ":", "︰": ":", "﹪": "%", "٪": "%", "亖": "四", "“": '"', "”": '"', "「": '"', "」": '"', "『": '"', "』": '"',
           "＂": '"', "\r": "\n"}  # fmt: skip
_TABLE = str.maketrans({**_PAIRS, **_WIDE, **_DASHES, **_OTHERS})
_FOLDED = regex(f"[{''.join(map(re.escape, map(chr, sorted(_TABLE))))}]++")
_THOUSANDS = regex("，(?<=[０-９]，)(?=[０-９]{3}(?![０-９]))")
_APOSTROPHE = regex("’(?<=[A-Za-z]’)(?=[a-z ])")
_POINT = regex(r"[·・](?=[0-9]{1,8}(?:%|[万亿]))(?<=[0-9].)")
"""The decimal point of older print: 1343·3亿. Without a scale behind it, it may be a day: 9·18."""


def fold(text: str) -> str:
    """The text as the grammar reads it, of the same length: `１．２％` is `1.2%`, `億` is `亿`, `—` is `-`.

    The full-width comma stays, for it parts clauses; between full-width digits in threes (１，２３４) it parts thousands.
    A curly apostrophe in an English word is a straight one.
    """
    return _APOSTROPHE.sub("'", _POINT.sub(".", _FOLDED.sub(_translated, _THOUSANDS.sub(",", text))))


def _translated(run: re.Match[str]) -> str:
    return run.group().translate(_TABLE)
