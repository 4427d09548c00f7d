"""What begins on Simkl and is on none of the lists: its day, and what the owner's and Simkl's ratings say of it."""
import re
from fractions import Fraction
import words
from dates import release
from page import Page
from tonight import VOTES, Taste, rounded, tenths
from upcoming import FILES

MOST = 6


def compare(report, site, account, with_times):
    page, taste, heading = Page(report, "upcoming", site, "upcoming"), Taste(account), "Premieres beyond my lists"
    page.sentence(heading, "of each kind up to", str(MOST) if page.has(heading) else "")
    for line in page.of(heading):
        if match := re.search(r"\(https://simkl\.com/(tv|anime|movies)/(\d+)[^)]*\) (.*)", line.text):
            page.compare(line, premiere(account, taste, match[1], int(match[2])), match[3])


def premiere(account, taste, kind, number):
    calendar = account.read(f"calendar/{FILES[kind]}.json")
    told = calendar["metadata"].get(str(number)) or {}
    day, moment = min(release(row["date"]) for row in calendar["calendar"] if row["simkl_id"] == number)
    day = account.days.local(moment).date() if moment else day
    year = release(told.get("release_date"))[0]
    year = year and year.year
    liked, decade = taste.means(told.get("genres") or [], year)
    crowd = (told.get("ratings") or {}).get("simkl") or {}
    rating = tenths(rounded(Fraction(str(crowd["rating"])) * 100)) if (crowd.get("votes") or 0) >= VOTES else ""
    return f"{words.day(day)} {taste.liking(liked, decade, year)} {rating}"
