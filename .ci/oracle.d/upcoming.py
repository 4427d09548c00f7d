"""What airs and comes out: the agenda, the front page's, the reviews' and the titles' lists of it, and upcoming.json."""
import glob, json, os, re
from dataclasses import dataclass
from datetime import date, datetime, timezone
import words
from account import Title
from dates import MONTHS, WEEKDAYS, release
from diary import code
from page import Page
from period import grouped

FILES = {"tv": "tv", "anime": "anime", "movies": "movie_release"}


@dataclass
class Airing:
    title: Title
    season: int
    number: int
    day: date
    moment: datetime

    @property
    def is_film(self):
        """Simkl's calendar of anime counts a film as an episode."""
        return self.number is None or self.title.is_film

    @property
    def code(self):
        return "" if self.is_film else code(self.season, self.number, self.title.kind == "anime")

    @property
    def order(self):
        return (self.day, self.moment is not None, self.moment or datetime.min.replace(tzinfo=timezone.utc), list(FILES).index(self.title.kind),
                self.title.name)


def releases(title):
    """Of a film, when it comes to the cinema and home: the first day of the first sort of release that there is."""
    rows = [row for country in title.details.get("release_dates") or [] if country.get("iso_3166_1") == "US" for row in country.get("results") or []]
    for sorts in ((3, 2), (4, 5)):
        days = [[release(row.get("release_date"))[0] for row in rows if row.get("type") == sort] for sort in sorts]
        yield next((min(found) for found in days if found), None)


def airings(account, statuses=("watching", "plan")):
    """Of the calendar's airings those of titles that are watched or planned, which are not over and were not watched.

    After a film's last release in its owner's country the calendar tells of another one.
    """
    found, today = {}, account.calendar_day
    for kind, file in FILES.items():
        rows = account.read(f"calendar/{file}.json") or []
        for row in rows.get("calendar") or [] if isinstance(rows, dict) else rows:
            title = account.titles.get((kind, row.get("simkl_id") or row["ids"].get("simkl_id")))
            episode = row.get("episode") or {}
            if not title or statuses and title.status not in statuses:
                continue
            day, moment = release(row["date"])
            last = max(filter(None, releases(title)), default=None) if kind == "movies" else None
            if last and day > last:
                continue
            season, number = (1 if kind == "anime" else episode.get("season")), episode.get("episode")
            if moment:
                day = account.days.local(moment).date()
            seen = any((play.season, play.number) == (season, number) for play in title.plays) if number and not title.is_film else title.plays
            if not seen and (moment >= account.now if moment else day >= today):
                found[kind, title.id, season, number] = Airing(title, season, number, day, moment)
    return sorted(found.values(), key=lambda airing: airing.order)


def compare(report, site, account, with_times):
    coming = airings(account)
    agenda(Page(report, "upcoming", site, "upcoming"), account, coming)
    front(Page(report, "home", site, ""), account, coming)
    for path in glob.glob(os.path.join(site, "year", "**", "index.md"), recursive=True):
        review = Page(report, "reviews", site, os.path.relpath(os.path.dirname(path), site))
        if review.has("What is coming"):
            rows = [[f"{WEEKDAYS[airing.day.weekday()][:3]} {words.short_day(airing.day)}", f"[]{words.link(airing.title)}", airing.code]
                    for airing in coming[:12]]
            review.table("What is coming", "Day", rows)
            episodes = sum(not airing.is_film for airing in coming)
            numbers = [number for number in (episodes, len(coming) - episodes) if number]
            review.sentence("What is coming", "(^For my lists.*announced)", " ".join(map(words.count, numbers)))
    for title in account.titles.values():
        for path in glob.glob(os.path.join(site, title.kind, f"{title.id}-*")):
            page = Page(report, "titles", site, os.path.relpath(path, site))
            told = [airing for airing in coming if airing.title is title]
            shown = [line for line in page.of("Coming up") if line.text.startswith("- ")]
            for line, airing in zip(shown, told):
                page.compare(line, f"{long(airing.day)} {time(account, airing)} {airing.code}")
            if len(shown) != len(told):
                report.differ(page, "Coming up", [line.text for line in shown], [f"{airing.day} {airing.code}" for airing in told])
    data_file(Page(report, "feeds", site, "feeds"), site, account, coming)


def front(page, account, coming):
    """The front page: when the next one airs, and the week by day."""
    if coming:
        page.fact("At a glance", "Next film" if coming[0].is_film else "Next episode",
                  f"{countdown(account, coming[0])} []{words.link(coming[0].title)} {coming[0].code}")
    for line in page.lines:
        match = re.match(r"(?:Today|[A-Z][a-z]{2}) \*(\d+) [A-Z][a-z]{2}\*$", line.heading)
        title = re.search(r"\((?:[^()\s]*/)?(tv|anime|movies)/(\d+)-", line.text)
        if match and title:
            told = [airing for airing in coming if airing.day.day == int(match[1]) and airing.title.link == f"{title[1]}/{title[2]}"]
            first = told[0] if told else None
            what = first and (first.code if len(told) == 1 else str(len(told)))
            page.compare(line, f"[]{words.link(first.title)} {what} {time(account, first)}" if first else "(nothing)")
        elif match and line.text.startswith("[and "):
            titles = {airing.title for airing in coming if airing.day.day == int(match[1])}
            shown = sum(other.text.startswith("- ") for other in page.of(line.heading))
            page.compare(line, str(len(titles) - shown))
    for line in page.lines:
        if line.text.startswith("Caught up with"):
            shows = re.findall(r"\((?:[^()\s]*/)?(tv|anime|movies)/(\d+)-[^()]*\)(?: \(([^)]*)\))?", line.text)
            told = []
            for kind, number, _ in shows:
                title = account.titles[kind, int(number)]
                days = [(airing.day - account.calendar_day).days for airing in coming if airing.title is title]
                told.append(f"[]{words.link(title)} {days[0] if days and days[0] > 1 else ''}")
            page.compare(line, " ".join(told), line.text.split(". ")[0])


def long(day):
    return f"{WEEKDAYS[day.weekday()]} {words.long_day(day)}"


def time(account, airing):
    return f"{account.days.local(airing.moment):%H:%M}" if airing.moment else ""


def countdown(account, airing):
    days = (airing.day - account.calendar_day).days
    return str(days) if days > 1 else ""


def agenda(page, account, coming):
    """Day by day for three weeks, of which the first says how far each is; several episodes of a title on one day are one line."""
    by_day = {}
    for airing in coming:
        by_day.setdefault(airing.day, {}).setdefault(airing.title.link, []).append(airing)
    for day, titles in by_day.items():
        ahead = (day - account.calendar_day).days
        if ahead >= 21:
            continue
        if ahead < 7 and ahead > 1:
            page.sentence(long(day), "^in ", str(ahead))
        lines = [line for line in page.of(long(day)) if line.text.startswith("- ")]
        for line, group in zip(lines, titles.values()):
            first = group[0]
            shared = time(account, first) if len({airing.moment for airing in group}) == 1 else ""
            page.compare(line, f"[]{words.link(first.title)} {shared} {ranges(group)}")
        if len(lines) != len(titles):
            page.missing(long(day), f"{len(titles)} lines instead of {len(lines)}")
    later(page, [airing for airing in coming if (airing.day - account.calendar_day).days >= 21])
    films(page, account)
    page.sentence(None, "^Data of", words.long_day(account.data_day))


def later(page, coming):
    """What comes after three weeks, by month: of each title the days and the episodes; which is a premiere or a finale is not chosen here."""
    for (year, month), airings in grouped(coming, lambda airing: (airing.day.year, airing.day.month)).items():
        titles = grouped(airings, lambda airing: airing.title)
        name = f"{MONTHS[month - 1]} {year}"
        heading = next((line.heading for line in page.lines if line.heading.startswith(f"{name} · ")), name)
        page.sentence(heading, "^" + name, f"{name} {words.count(len(titles))}")
        shown = [line for line in page.of(heading) if line.table == "Title" and line.text]
        for line, (title, group) in zip(shown, titles.items()):
            days = " ".join(str(day) for day in sorted({airing.day.day for airing in group}))
            page.row(line, [f"[]{words.link(title)}", days, ranges(group)], [re.sub(r" \*[^*]*\*$", "", cell) for cell in line.cells])
        more = len(titles) - len(shown)
        page.sentence(heading, "^And .* more", words.count(more) if more else "")


def films(page, account):
    """When a film comes to the cinema and home; or, where nobody knows which, when it comes out."""
    for line in page.of("Films"):
        match = re.search(r"\(\.\./(anime|movies)/(\d+)-", line.text)
        if match and line.table == "Film":
            title = account.titles[match[1], int(match[2])]
            days = [day and words.day(day) for day in releases(title)]
            if not any(days):
                days = [words.day(airing.day) for airing in airings(account) if airing.title is title][:1] + [""]
            page.row(line, [f"[]{words.link(title)}"] + [day or "" for day in days])


def ranges(group):
    runs = []
    for airing in sorted((airing for airing in group if not airing.is_film), key=lambda airing: (airing.season or 0, airing.number or 0)):
        if runs and runs[-1][-1].season == airing.season and runs[-1][-1].number + 1 == airing.number:
            runs[-1].append(airing)
        else:
            runs.append([airing])
    return ", ".join(run[0].code + (f"–E{run[-1].number:02}" if len(run) > 1 else "") for run in runs)


def data_file(page, site, account, coming):
    shown = json.load(open(os.path.join(site, "feeds/upcoming.json"), encoding="utf-8"))
    if coming:
        first = coming[0]
        for name, value in (("next_day", str(first.day)), ("next_episode", first.code or None)):
            page.value("upcoming.json", name, shown[name], value)
    page.value("upcoming.json", "items", len(shown["items"]), len(coming))
    for item, airing in zip(shown["items"], coming):
        values = {"simkl_id": airing.title.id, "episode": airing.code or None, "day": str(airing.day), "number": None if airing.is_film else airing.number,
                  "time": airing.moment and f"{airing.moment:%Y-%m-%dT%H:%M:%SZ}", "year": airing.title.year}
        for name, value in values.items():
            page.value("upcoming.json", f"{airing.title.name} {name}", item[name], value)
