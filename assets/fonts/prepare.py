"""Prepares the fonts of the printed documents. README.md beside this file says how and why.

Usage: python prepare.py SOURCES TARGET
SOURCES holds the fonts as their makers publish them (README.md lists the names); TARGET receives them.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

# What shaping and spacing need. Ornaments, small capitals and stylistic sets are left out.
FEATURES = [
    "abvm", "abvf", "abvs", "akhn", "blwf", "blwm", "blws", "calt", "ccmp", "cjct", "clig", "cswh", "curs", "dist",
    "fina", "fin2", "fin3", "half", "haln", "init", "isol", "kern", "liga", "ljmo", "locl", "mark", "medi", "med2",
    "mkmk", "mset", "nukt", "pref", "pres", "pstf", "psts", "rclt", "rkrf", "rlig", "rphf", "rtla", "rtlm", "stch",
    "tjmo", "tnum", "vatu", "vjmo",
]

TWO_WEIGHTS = ["Arabic", "Bengali", "Devanagari", "Hebrew", "Tamil", "Telugu", "Thai"]
ONE_WEIGHT = [
    "Armenian", "CanadianAboriginal", "Cherokee", "Ethiopic", "Georgian", "Gujarati", "Gurmukhi", "Javanese", "Kannada",
    "Khmer", "Lao", "Malayalam", "Math", "Mongolian", "Myanmar", "NKo", "OlChiki", "Oriya", "Sinhala", "Symbols",
    "Symbols2", "Syriac", "Thaana", "Tifinagh",
]


def options():
    chosen = subset.Options()
    chosen.layout_features = FEATURES
    chosen.layout_scripts = ["*"]
    chosen.hinting = False
    chosen.notdef_outline = True
    chosen.glyph_names = False
    chosen.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    chosen.drop_tables += ["VORG", "vhea", "vmtx", "BASE", "meta", "STAT", "MATH", "prep", "fpgm", "cvt ", "gasp"]
    return chosen


def keep(font, characters, target, without=()):
    chosen = options()
    chosen.layout_features = [feature for feature in FEATURES if feature not in without]
    subsetter = subset.Subsetter(chosen)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font.flavor = None
    font.save(target)
    print(f"{target.name}: {target.stat().st_size // 1024} KiB, {len(characters)} characters")


def whole(source, target):
    font = TTFont(source)
    keep(font, set(font.getBestCmap()), target)


def cjk_characters():
    """Every ideograph of the base block, every syllable, and what the national standards add to them."""
    characters = set()
    lead, trail = range(0x81, 0xFF), range(0x30, 0xFF)
    sequences = [bytes([a, b]) for a in lead for b in trail]
    sequences += [bytes([0x8F, a, b]) for a in range(0xA1, 0xFF) for b in range(0xA1, 0xFF)]
    for codec in ("gb2312", "big5", "big5hkscs", "shift_jis", "euc_jis_2004", "euc_kr"):
        for sequence in sequences:
            try:
                characters.update(map(ord, sequence.decode(codec)))
            except UnicodeDecodeError:
                continue
    for first, last in (
        (0x1100, 0x11FF), (0x3000, 0x33FF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFF00, 0xFFEF),
    ):
        characters.update(range(first, last + 1))
    # Latin, Greek, Cyrillic and general punctuation come from the text font, so that a line keeps one face.
    return {c for c in characters if c >= 0x1100 and not 0x2000 <= c < 0x2E80} | {0x20}


def main():
    sources, target = Path(sys.argv[1]), Path(sys.argv[2])
    for weight in ("Regular", "SemiBold", "Bold"):
        whole(sources / f"Inter-{weight}.woff2", target / f"Inter-{weight}.ttf")
    whole(sources / "jetbrains-mono-latin-600-normal.woff2", target / "JetBrainsMono-SemiBold.ttf")
    whole(sources / "NotoEmoji_400Regular.ttf", target / "NotoEmoji-Regular.ttf")
    whole(sources / "NotoSans-Regular.ttf", target / "NotoSans-Regular.ttf")
    whole(sources / "NotoSerifTibetan-Regular.ttf", target / "NotoSerifTibetan-Regular.ttf")
    for script in TWO_WEIGHTS + ONE_WEIGHT:
        for weight in ("Regular", "Bold") if script in TWO_WEIGHTS else ("Regular",):
            whole(sources / f"NotoSans{script}-{weight}.ttf", target / f"NotoSans{script}-{weight}.ttf")
    japanese = TTCollection(sources / "NotoSansCJK-Regular.ttc", lazy=True).fonts[0]
    # The national forms behind `locl` would add 4 MB; nothing on a ticket says which nation a name is from.
    keep(japanese, cjk_characters(), target / "NotoSansCJK-Regular.otf", without=("locl",))


if __name__ == "__main__":
    main()
