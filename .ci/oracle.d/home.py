"""The front page's numbers."""
import re
from datetime import timedelta
import words
from dates import MONTHS, WEEKDAYS, instant
from diary import code, codes
from page import Page
from period import Period, all_time, grouped, minutes
from statistics_pages import KINDS, heat_map, known_part


def compare(report, site, account, with_times):
    page = Page(report, "home", site, "")
    whole = all_time(account)
    month(page, account)
    glance(page, account)
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
    last = account.data_day
    heat_map(page, heading, Period(account, year_before(last), last, "twelve months"), words.long_day(last))
    page.sentence(None, "^Data of", words.long_day(last))
    for line in page.lines:
        if match := re.search(r"(\d+) in review", line.text):
            page.compare(line, str(last.year), match[1])
    tonight(page, account)
    lately(page, account)
    watching = sum(title.status == "watching" for title in account.titles.values())
    page.sentence(None, r"\[(The whole list \([0-9,]+\))\]", words.count(watching))


def same_day(day):
    """The last of the days of the month before that this month has had."""
    end = day.replace(day=1) - timedelta(days=1)
    return end.replace(day=min(day.day, end.day))


def month(page, account):
    """How much this month, mostly of what, and how much in the same days of the month before."""
    last = account.data_day
    period = Period(account, last.replace(day=1), last, "month")
    before = same_day(last)
    former = Period(account, before.replace(day=1), before, "month before")
    if not period.plays:
        return nothing_yet(page, account, period)
    films = len(period.films)
    counts = " ".join(words.count(number) for number in (len(period.plays) - films, films) if number)
    titles = sorted(((minutes(plays), len(plays), title) for title, plays in grouped(period.plays, lambda play: play.title.link).items()), reverse=True)
    most = f"[](/{titles[0][2]}-)" if len(titles) < 2 or titles[0][:2] != titles[1][:2] else ""
    compared = f"{MONTHS[before.month - 1][:3]} {words.length(former.time)}" if former.plays and account.first_day <= former.first else ""
    page.sentence(None, "^In .*: ", f"{MONTHS[last.month - 1][:3]} {counts} {words.length(period.time)} {most} {compared}")


def nothing_yet(page, account, period):
    """Of a month without plays, what the whole month before came to."""
    before = month_before(account, period)
    page.sentence(None, "^Nothing watched in ", f"{MONTHS[period.first.month - 1][:3]} "
                  + (f"{MONTHS[before.first.month - 1][:3]} {words.length(before.time)}" if before.plays else ""))


def month_before(account, period):
    end = period.first - timedelta(days=1)
    return Period(account, end.replace(day=1), end, "month before")


def glance(page, account):
    last = account.data_day
    heading = "At a glance"
    this = Period(account, last.replace(day=1), last, "month")
    before = month_before(account, this)
    named = f" {MONTHS[before.first.month - 1][:3]} {words.length(before.time)}" if before.plays else ""
    page.fact(heading, f"In {MONTHS[last.month - 1]}", words.length(this.time if this.plays else 0) + named)
    runs = all_time(account).streaks()
    longest = max(runs, key=lambda run: (run[1] - run[0], -run[0].toordinal()))
    length = (longest[1] - longest[0]).days + 1
    current = [run for run in runs if run[1] >= account.today - timedelta(days=1)]
    if current:
        page.fact(heading, "Current streak", f"{(current[-1][1] - current[-1][0]).days + 1} {length}")
    else:
        page.fact(heading, "Longest streak", f"{length} {words.span(*longest[:2])}")


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


def titled(account, line):
    match = re.search(r"\((?:[^()\s]*/)?(tv|anime|movies)/(\d+)-", line.text)
    return account.titles.get((match[1], int(match[2]))) if match else None


def tonight(page, account):
    """What was paused is told by how far and how many days ago that is; a show by the next episode, what is left and its share."""
    paused = {}
    for row in account.read("playback.json") or []:
        media = row.get("show") or row.get("movie") or row.get("anime")
        paused.setdefault(media["ids"].get("simkl"), row)
    for line in page.of("Tonight") + page.of("Carry on watching"):
        title = titled(account, line) if line.text.startswith("- ") else None
        if not title:
            continue
        watched, aired = progress(title)
        row = paused.get(title.id)
        left = (aired - watched) * (title.runtime or 0)
        told = following(title) or ""
        share = watched * 100 // aired if aired else ""
        length = f"{title.runtime} min" if line.heading == "Tonight" and title.runtime else ""
        one = f"{title.runtime} min" if title.runtime else ""
        time = words.length(left) if not title.is_film and left > (title.runtime or 0) else length or one
        if line.heading == "Tonight" and time != length:
            time = f"{length} {time}"
        if row:
            days = (account.today - account.days.day(instant(row["paused_at"]))).days
            episode = row.get("episode") or {}
            told = code(episode.get("season", 1), episode["number"], title.kind == "anime") if episode and not title.is_film else ""
            share = int(words.rounded(str(row["progress"])))
            time = f"{time if line.heading == 'Tonight' else ''} {days if days > 1 else ''}"
        page.compare(line, f"[]{words.link(title)} {told} {time} {share} %", re.sub(r" \*[^*]*\*$", "", line.text))


def lately(page, account):
    """What was watched on the last days: the episodes, and how long they took; and what was rated on them."""
    played = grouped([play for play in account.plays if play.is_believed], lambda play: play.day)
    rated = {}
    for title in account.titles.values():
        if day := account.rating_day(title):
            rated.setdefault(day, []).append(title)
    for day in sorted(set(played) | set(rated), reverse=True)[:6]:
        name = f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1][:3]}" + ("" if day.year == account.calendar_day.year else f" {day.year}")
        ago = (account.calendar_day - day).days
        heading, shown = ["Today", "Yesterday"][ago] if ago in (0, 1) else name, 0
        for line in page.of(heading):
            title = titled(account, line) if line.text.startswith("- ") else None
            if not title:
                continue
            plays = [play for play in played.get(day, []) if play.title is title]
            rating = account.rating(title) if title in rated.get(day, []) else ""
            told = f"{codes(plays, len(plays) == 1)} {words.length(minutes(plays)) if minutes(plays) else ''}" if plays else ""
            page.compare(line, f"[]{words.link(title)} {rating} {told}")
            shown += 1
        titles = {play.title for play in played.get(day, [])} | set(rated.get(day, []))
        page.sentence(heading, r"^\[and .* more\]", str(len(titles) - shown) if 0 < shown < len(titles) else "")
