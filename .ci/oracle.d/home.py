"""The front page's numbers."""
import re
from datetime import timedelta
import words
from dates import MONTHS, instant, month_end
from diary import code
from page import Page
from period import Period, all_time, grouped, minutes
from statistics_pages import KINDS, along, chart_row, heat_map, is_whole, known_part, month_starts


def compare(report, site, account, with_times):
    page = Page(report, "home", site, "")
    whole = all_time(account)
    heading = "In numbers"
    page.fact(heading, "Time", known_part(whole))
    for kind, name in KINDS.items():
        titles = [title for title in account.titles.values() if title.kind == kind]
        plays = whole.of(kind)
        # A kind of which some are films tells of these beside the episodes.
        films = sum(play.title.is_film for play in plays)
        counts = " ".join(words.count(number) for number in (len(plays) - films, films) if number)
        page.fact(heading, name, f"{words.count(len(titles))} {counts}"
                  f" {words.length(minutes(plays)) if minutes(plays) else ''}" if titles else "")
    ratings = [account.rating(title) for title in account.titles.values() if account.rating(title)]
    if ratings:
        page.fact(heading, "Ratings", f"{words.count(len(ratings))} {words.decimal(words.mean(ratings))} {words.rating(words.median(ratings))}")
    twelve_months(page, account)
    page.sentence(None, "^Data of", words.long_day(account.data_day))
    total = sum(title.status == "watching" for title in account.titles.values())
    page.sentence(None, "^.The whole list", words.count(total) if total > 12 else "")
    for line in page.lines:
        if match := re.search(r"(\d+) in review", line.text):
            page.compare(line, str(account.data_day.year), match[1])
    watching(page, account)
    recent(page, account)
    rated(page, account)
    paused(page, account)


def twelve_months(page, account):
    last = account.data_day
    first = year_before(last)
    period = Period(account, first, last, "twelve months")
    months = grouped(period.dated, lambda play: play.day.replace(day=1))
    rows = []
    for month in month_starts(period):
        name = f"{MONTHS[month.month - 1][:3]} {month.year}" + (f" {first.day} {MONTHS[first.month - 1][:3]}" if month < first else "")
        rows.append(chart_row(name, months.get(month, []), period.dated))
    heading = "Twelve months"
    if not page.has(heading):
        return
    groups = [(f"{MONTHS[month.month - 1][:3]} {month.year}", months.get(month, [])) for month in month_starts(period)]
    whole = [months.get(month, []) for month in month_starts(period) if is_whole(period, month, month_end(month.year, month.month))]
    along(page, heading, "Month", "month", words.long_day(last), groups, period.dated, whole, rows)
    heat_map(page, "Day by day", period, words.long_day(last))


def year_before(day):
    """The first of the twelve months that end with a day."""
    try:
        return day.replace(year=day.year - 1) + timedelta(days=1)
    except ValueError:
        return day.replace(year=day.year - 1, month=3, day=1)


def progress(title):
    """Watched and aired episodes."""
    item = title.item
    aired = (item.get("total_episodes_count") or 0) - (item.get("not_aired_episodes_count") or 0)
    recorded = {(play.season, play.number) for play in title.plays if play.season and play.number is not None}
    return max(item.get("watched_episodes_count") or 0, len(recorded)), aired


def following(title):
    """The code of the next episode, unless that was watched."""
    watched, aired = progress(title)
    seen = {code(play.season, play.number, title.kind == "anime") for play in title.plays if play.number is not None}
    told = title.item.get("next_to_watch")
    return told if told and watched < aired and told not in seen else None


def watching(page, account):
    for line in page.of("Watching now"):
        title = titled(account, line)
        if title:
            watched, aired = progress(title)
            told = following(title) or (f"{watched} {aired}" if watched < aired else "")
            page.compare(line, f"[]{words.link(title)} {told} {watched * 100 // aired if aired else 0} %")


def titled(account, line):
    match = re.search(r"\((?:[^()\s]*/)?(tv|anime|movies)/(\d+)-", line.text)
    return account.titles.get((match[1], int(match[2]))) if match else None


def recent(page, account):
    """Titles by their last play with a day."""
    last = {}
    for play in account.plays:
        if play.is_believed and (play.title not in last or play.order > last[play.title].order):
            last[play.title] = play
    plays = sorted(last.values(), key=lambda play: play.day, reverse=True)[:12]
    shown = [line for line in page.of("Recently watched") if line.text.startswith("- ")]
    for line in shown:
        title = titled(account, line)
        play = last.get(title)
        film = play and play.title.is_film
        page.compare(line, f"[]{words.link(title)} {'' if film else code(play.season, play.number, title.kind == 'anime')} {words.day(play.day)}"
                     if play else "(no play)")
    days = [play.day for play in plays]
    told = [last[title].day for title in (titled(account, line) for line in shown) if title in last]
    if days != told:
        page.report.differ(page, "Recently watched", f"days {list(map(str, told))}", f"{list(map(str, days))}")


def rated(page, account):
    for line in page.of("Recently rated"):
        if title := titled(account, line):
            page.compare(line, f"[]{words.link(title)} {account.rating(title)}")


def paused(page, account):
    """What was paused: how far it is, and how many days ago that was."""
    for row in account.read("playback.json") or []:
        media = row.get("show") or row.get("movie") or row.get("anime")
        episode = row.get("episode") or {}
        days = (account.today - account.days.day(instant(row["paused_at"]))).days
        for line in page.of("Carry on watching"):
            title = titled(account, line)
            if title and title.id == media["ids"].get("simkl"):
                told = code(episode.get("season", 1), episode["number"], title.kind == "anime") if episode and not title.is_film else ""
                page.compare(line, f"[]{words.link(title)} {told} {days if days > 1 else ''} {int(words.rounded(str(row['progress'])))} %")
