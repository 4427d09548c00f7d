"""How long after their airing episodes were watched, by show and by episode."""
from datetime import timedelta
from fractions import Fraction
import words
from account import OWN
from period import FEW, grouped

STEPS = {"before it aired": -1, "on the same day": 0, "within a day": 1, "within a week": 7, "within 30 days": 30,
         "within a year": 365, "later": 10 ** 6}


def delay(account, play, with_times):
    """In days of the calendar, or to the second where the edition tells times; nothing where either is not known."""
    day, moment = play.title.airings.get((play.season, play.number), (None, None))
    if play.date_kind != OWN or play.again or day is None:
        return None
    if with_times and moment and play.has_time:
        return Fraction((play.at - moment) // timedelta(seconds=1), 86400)
    aired = account.days.day(moment) if moment else day
    return (play.day - aired).days


def delays(page, period):
    heading = "How soon after airing"
    episodes = [play for play in period.plays if not play.title.is_film]
    known = [(play.title, days) for play in episodes if (days := delay(period.account, play, page.report.with_times)) is not None]
    shows = {title: [days for _, days in group] for title, group in grouped(known, lambda pair: pair[0]).items()}
    rows = []
    # An edition without times of day tells the same day, others 24 hours.
    steps = {name: limit for name, limit in STEPS.items() if name != ("on the same day" if page.report.with_times else "within a day")}
    for name, limit in steps.items():
        lower = max([-10 ** 6] + [other for other in steps.values() if other < limit])
        rows.append([name, str(sum(lower < words.median(values) <= limit for values in shows.values())),
                     words.count(sum(lower < days <= limit for _, days in known))])
    if not known:
        return
    if page.draws(heading, "Watched", known if len(shows) >= FEW else []):
        medians = [words.median(values) for values in shows.values()]
        told = next((name for name, limit in steps.items() if 2 * sum(value <= limit for value in medians) >= len(medians)), "")
        page.sentence(heading, r"^\*\*.*\*\* · Shows by", f"{words.count(len(shows))} {told}")
        page.table(heading, "Watched", rows, keyed=True)
    everything = {play.title for play in episodes}
    page.sentence(heading, r"(Air dates and plays are both known.*)",
                  f"{words.count(len(known))} {words.count(len(episodes))} {words.count(len(shows))} {words.count(len(everything))}")
    over = [title for title in shows if was_over(title)]
    for line in page.of(heading):
        if line.text.startswith("Live or binge: ") and line.compared:
            told = line.text.split("Air dates")[0].split(". ")[0]
            number = "" if len(over) in (0, len(shows)) else str(len(over))
            page.compare(line, f"{number} {len(shows)} 7", told)


def was_over(title):
    """Whether its last known airing was more than a week before it was begun."""
    days = [day for day, _ in title.airings.values() if day]
    first = min((play.day for play in title.plays if play.is_believed), default=None)
    return bool(first and days and first - max(days) > timedelta(days=7))
