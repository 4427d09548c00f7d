"""Periods beside each other: all years, seasons and months, and those of each page of statistics beside earlier ones."""
from datetime import date
from fractions import Fraction
import words
from dates import MONTHS, each_day, month_end
from page import Page
from period import FEW, Period, minutes
from statistics_pages import hours_of

KINDS = {"Years": 12, "Seasons": 3, "Months": 1}
# A year or a month is held against so many of those before it that have anything.
MOST = 5


def compare(report, site, account, with_times):
    if not account.first_day:
        return
    everything(Page(report, "statistics", site, "statistics/periods"), account)
    last = account.data_day
    of_all = beside(account, last, 12, [12]) + beside(account, last, 3, [12]) + beside(account, last, 1, [1])
    Page(report, "statistics", site, "statistics").table("In comparison", "Time", of_all)
    months = sorted({index(play.day) for play in account.plays if play.is_believed})
    for year in sorted({month // 12 for month in months}):
        others = sorted({(year - month // 12) * 12 for month in months if month // 12 < year})[:MOST]
        page = Page(report, "statistics", site, f"statistics/{year}")
        page.table("In comparison", "Time", beside(account, date(year, 12, 31), 12, others))
    for month in months:
        others = [1] + [back for back in range(12, month, 12) if month - back in months][:MOST]
        page = Page(report, "statistics", site, f"statistics/{month // 12}/{month % 12 + 1:02}")
        page.table("In comparison", "Time", beside(account, first_of(month), 1, others))


def everything(page, account):
    """From the running one back to the first in which something was watched."""
    for heading, months in KINDS.items():
        own, reach = running(account, account.data_day, months)
        start, first = index(own.first), index(account.first_day) // months * months
        rows = [row(own) + ["–"]]
        for earlier in range(start - months, first - 1, -months):
            rows.append(row(stretch(account, earlier, months)) + [ahead(own, stretch(account, earlier, months, reach))])
        page.table(heading, "Time", rows)
    page.sentence(None, "^Data of", words.long_day(account.data_day))


def beside(account, day, months, backs):
    """The period that has a day, and those that lie so many months before it and are not of few plays."""
    own, reach = running(account, day, months)
    others = [stretch(account, index(own.first) - back, months, reach) for back in backs]
    rows = [cells for other in others if len(other.plays) >= FEW for cells in (row(other), difference(own, other))]
    return [row(own)] + rows if rows else []


def running(account, day, months):
    """The period that has a day, and how many months into it on which day the data ends, where it is not over."""
    start, last = index(day) // months * months, account.data_day
    is_over = last_of(start + months - 1) <= last
    reach = None if is_over else (index(last) - start, last.day)
    return stretch(account, start, months, reach), reach


def stretch(account, start, months, reach=None):
    """So many months, or the part of them that reaches to the same day of its month, or the last that the month has."""
    name = f"{MONTHS[start % 12][:3]} " if months < 12 else ""
    name += f"{MONTHS[start % 12 + months - 1][:3]} " if 1 < months < 12 else ""
    name += str(start // 12)
    last = last_of(start + (reach[0] if reach else months - 1))
    if reach:
        last = last.replace(day=min(reach[1], last.day))
        name += f" {words.short_day(last)}"
    return Period(account, first_of(start), last, name)


def row(period):
    days = len(each_day(period.first, period.last))
    return [period.name, hours_of(period.plays), words.count(len(period.episodes)), words.count(len(period.films)),
            f"{len(period.by_day)} {days}"]


def difference(own, other):
    pairs = [(len(own.episodes), len(other.episodes)), (len(own.films), len(other.films)), (len(own.by_day), len(other.by_day))]
    return ["", ahead(own, other)] + [words.signed(words.count(here - there)) for here, there in pairs]


def ahead(own, other):
    """In hours as both are told; nobody knows where a length is not known."""
    if not all(play.minutes for play in own.plays + other.plays):
        return "–"
    here, there = (words.rounded(Fraction(minutes(period.plays), 60), 1) for period in (own, other))
    return words.signed(words.decimal(here - there))


def index(day):
    """Months since the year 0."""
    return day.year * 12 + day.month - 1


def first_of(month):
    return date(month // 12, month % 12 + 1, 1)


def last_of(month):
    return month_end(month // 12, month % 12 + 1)
