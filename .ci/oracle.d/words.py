"""How a page writes numbers, lengths, days and countries."""
import functools
import pathlib
import re
from decimal import ROUND_HALF_UP, Decimal
from dates import MONTHS
from fractions import Fraction

MINUS = "−"


@functools.cache
def countries():
    """The site's names of countries, by their codes."""
    text = (pathlib.Path(__file__).parents[2] / "Templates/words/en.yaml").read_text(encoding="utf-8")
    section = re.search(r"^country:\n((?:  .*\n)+)", text, re.M)[1]
    return dict(re.findall(r"^  '?(\w\w)'?: (.*)$", section, re.M))


def country(code):
    return countries().get(code, code)


def rounded(value, places=0):
    fraction = Fraction(value)
    exact = Decimal(fraction.numerator) / Decimal(fraction.denominator)
    return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def count(number):
    return f"{number:,}".replace("-", MINUS)


def length(minutes):
    """Ten hours and more are whole hours; less is told to the minute."""
    if minutes is None:
        return ""
    minutes = int(rounded(minutes))
    if minutes >= 10 * 60:
        return f"{int(rounded(Fraction(minutes, 60))):,} h"
    hours, rest = divmod(minutes, 60)
    return " ".join(([f"{hours} h"] if hours else []) + ([f"{rest} min"] if rest or not hours else []))


def hours(minutes):
    """Hours to one decimal, as in tables."""
    return f"{rounded(Fraction(minutes, 60), 1):,}"


def decimal(value, places=1):
    return f"{rounded(value, places):,}".replace("-", MINUS)


def share(part, whole):
    if part == 0:
        return "0.0 %"
    percent = Fraction(part, whole) * 100
    if percent < Fraction(1, 20):
        return "under 0.1 %"
    if 100 > percent >= Fraction(1999, 20):
        return "over 99.9 %"
    return f"{rounded(percent, 1)} %"


def round_share(part, whole):
    """A share that is not known to the tenth."""
    percent = Fraction(part, whole) * 100
    if 0 < percent < Fraction(1, 2):
        return "under 1 %"
    if 100 > percent >= Fraction(199, 2):
        return "over 99 %"
    return f"{rounded(percent)} %"


def rating(value):
    """A median: whole, or a half."""
    return f"{int(value)}" if Fraction(value).denominator == 1 else decimal(value)


def signed(text):
    return text if text.startswith(MINUS) or not float(text.replace(",", "")) else f"+{text}"


def short_day(value):
    return f"{value.day} {MONTHS[value.month - 1][:3]}"


def day(value):
    return f"{short_day(value)} {value.year}"


def long_day(value):
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def span(first, last):
    return f"{day(first)} to {day(last)}"


def link(title):
    return f"(/{title.link}-)"


def median(values):
    values = sorted(values)
    middle = len(values) // 2
    return Fraction(values[middle]) if len(values) % 2 else Fraction(values[middle - 1] + values[middle], 2)


def mean(values):
    return Fraction(sum(values), len(values))
