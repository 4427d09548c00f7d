"""The titles' own pages, the lists, and what others rated."""
import glob, os, re
from datetime import date
from itertools import groupby
import words
from account import STAMPED, UNRECORDED
from dates import release
from diary import clock, codes
from home import following, progress, titled
from page import Page
from period import minutes

STATUSES = ["watching", "plan", "on-hold", "completed", "dropped"]
KINDS = {"tv": "shows", "movies": "movies", "anime": "anime"}
SOURCES = {"simkl": "Simkl", "imdb": "IMDb", "mal": "MyAnimeList"}


def compare(report, site, account, with_times):
    for title in account.titles.values():
        paths = glob.glob(os.path.join(site, title.kind, f"{title.id}-*"))
        if paths:
            title_page(Page(report, "titles", site, os.path.relpath(paths[0], site)), account, title)
        else:
            report.differ(Page(report, "titles", site, title.link), "", "(no page)", title.name)
    for name in STATUSES + list(KINDS):
        for path in sorted(glob.glob(os.path.join(site, name, "*.md")) + glob.glob(os.path.join(site, name, "page-*", "*.md"))):
            list_page(Page(report, "lists", site, os.path.relpath(path, site).removesuffix("/index.md")), account, name)
    search = Page(report, "search", site, "search")
    labels = ["Watching", "Plan to watch", "On hold", "Completed", "Dropped", "TV shows", "Films", "Anime"]
    for name, label in zip(STATUSES + list(KINDS), labels):
        search.sentence("Search", rf"^- \[{label}\]", words.count(len(on_list(account, name))) if on_list(account, name) else "")


def on_list(account, name):
    return [title for title in account.titles.values() if name in (title.status, title.kind)]


def title_page(page, account, title):
    item, top = title.item, page.lines[0].heading
    for line in page.of(top):
        if "[On Simkl]" in line.text:
            rating = account.rating(title)
            page.compare(line, f"{title.year or ''} " + (f"{rating} 10" if rating else ""))
    if not title.is_film:
        watched, aired = progress(title)
        page.fact(top, "Watched", f"{words.count(watched)} {words.count(aired)} {min(100, watched * 100 // aired)} %" if aired else "")
        total, coming = item.get("total_episodes_count") or 0, item.get("not_aired_episodes_count") or 0
        page.fact(top, "Episodes", words.count(total) + (f" {words.count(coming)}" if coming else "") if total else "")
        next_episode(page, top, account, title)
    page.fact(top, "Runtime", f"{title.runtime} min" if title.runtime else "")
    for name, day in (("Added", account.added_day(title)), ("Rated", account.rating_day(title)),
                      ("Released" if title.is_film else "First aired", release(title.details.get("first_aired"))[0])):
        if name not in ("First aired", "Released") or title.kind != "movies":
            page.fact(top, name, words.long_day(day) if day else "")
    page.fact(top, "Time spent", words.length(minutes(title.plays)) if minutes(title.plays) else "")
    again = sum(play.again for play in title.plays)
    page.fact(top, "Watched again", str(again) if again else "")
    if title.kind == "movies":
        for name, kinds in (("In the cinema", (3,)), ("At home", (4, 5))):
            days = [release(row.get("release_date"))[0] for country in title.details.get("release_dates") or []
                    if country.get("iso_3166_1") == "US" for row in country.get("results") or [] if row.get("type") in kinds]
            page.fact(top, name, words.long_day(min(days)) if days and min(days) <= account.calendar_day else "")
    if rank := title.details.get("rank"):
        page.fact(top, "Rank on Simkl", words.count(rank))
    if given_up := (title.details.get("droprate") or "").rstrip("%"):
        page.fact(top, "Dropped by", f"{words.decimal(given_up)} %")
    if certification := title.details.get("certification"):
        page.fact(top, "Certification", certification)
    crowd(page, account, title)
    seasons(page, title)
    history(page, account, title)


def next_episode(page, top, account, title):
    code = following(title)
    if not code or title.status != "watching":
        return page.fact(top, "Next", "")
    day = release((title.item.get("next_to_watch_info") or {}).get("date"))
    told = day[1].astimezone(account.days.zone).date() if day[1] else day[0]
    page.fact(top, "Next", f"{code} {words.long_day(told) if told else ''}")


def crowd_of(account, title):
    """Ratings and votes: of the title's details, else of the file of others' ratings."""
    result = dict(title.details.get("ratings") or {})
    file = KINDS[title.kind]
    rows = account.__dict__.setdefault("crowds", {}).setdefault(file, {row.get("id"): row for row in account.read(f"crowd/{file}.json") or []})
    for name in SOURCES:
        result[name] = (rows.get(title.id) or {}).get(name) or result.get(name)
    return {name: value for name, value in result.items() if name in SOURCES and value and value.get("rating") and value.get("votes")}


def crowd(page, account, title):
    own, rows = account.rating(title), []
    for name, value in crowd_of(account, title).items():
        row = [SOURCES[name], words.decimal(str(value["rating"])), words.count(value["votes"])]
        if own:
            gap = words.rounded(own - words.Fraction(str(value["rating"])), 1)
            row.append(words.signed(words.decimal(words.Fraction(gap))))
        rows.append(row)
    for line in page.of("Ratings"):
        if line.text.startswith("| Me "):
            page.compare(line, f"{own}")
    page.table("Ratings", "Who", rows, keyed=True)


def season_name(title, number):
    return "Specials" if number == 0 else f"Season {number}"


def seasons(page, title):
    for line in page.of("Seasons"):
        if not line.text.startswith("|"):
            continue
        number = 0 if "Specials" in line.cells[0] else int(re.search(r"\d+", line.cells[0])[0])
        plays = [play for play in title.plays if play.season == number]
        first = {play.number for play in plays}
        aired = [row for row in title.episodes if row.get("season") == number and row.get("aired") and row.get("type") != "special"]
        days = [play.day for play in plays if play.day and not play.again]
        page.row(line, [season_name(title, number), f"{len(first)}" + (f" {len(aired)}" if aired else ""),
                        " ".join(map(words.day, sorted({min(days), max(days)}))) if days else "–"])


def history(page, account, title):
    if not title.plays:
        return
    again = sum(play.again for play in title.plays)
    unknown = sum(not play.day for play in title.plays)
    unrecorded = sum(play.date_kind == UNRECORDED for play in title.plays)
    count = len(title.plays)
    text = words.count(count) if not title.is_film or count > 1 else ""
    text += f" {words.count(again)}" if again else ""
    text += f" {words.count(unknown)}" if 0 < unknown < count else ""
    text += f" {words.count(unrecorded)}" if 0 < unrecorded and not (unrecorded == count == 1) else ""
    for line in page.of("Watched"):
        if re.match(r"(Watched|[\d,]+ episodes?)\b", line.text) and not line.compared:
            page.compare(line, text)
            break
    headings = dict.fromkeys(line.heading for line in page.lines if line.table == "Day")
    for heading in headings:
        part(page, account, title, heading)


def part(page, account, title, heading):
    """A season's plays, or those of a hundred episodes: the days in order, then what has none."""
    recorded = [play for play in title.plays if play.date_kind != UNRECORDED]
    if match := re.match(r"Season (\d+)", heading):
        plays = [play for play in recorded if play.season == int(match[1])]
        if low := re.search(r"pisodes? ([\d,]+)–([\d,]+)", heading):
            first, last = (int(text.replace(",", "")) for text in low.groups())
            plays = [play for play in plays if first <= play.number <= last]
    elif heading.startswith("Specials"):
        plays = [play for play in recorded if play.season == 0]
    elif match := re.match(r"Episodes ([\d,]+)–([\d,]+)", heading):
        first, last = (int(text.replace(",", "")) for text in match.groups())
        plays = [play for play in recorded if first <= play.number <= last]
    else:
        plays = recorded
    for line in page.of(heading):
        if line.text == heading and not line.compared and (match := re.search(r": ([\d,]+) (?:episodes?|plays?|times?)$", heading)):
            page.compare(line, heading[:match.start()] + f" {words.count(len(plays))}")

    def key(play):
        kind = 0 if play.is_believed else 1 if play.day else 2 if play.date_kind == STAMPED else 3
        return (kind, play.day or date.max, play.again, play.year_alone or 9999)

    rows = []
    for (kind, day, again, year), group in groupby(sorted(plays, key=lambda play: key(play) + (play.place,)), key):
        group = list(group)
        when = words.long_day(day) if day != date.max else str(year) if year != 9999 else ""
        if page.report.with_times and kind == 0 and all(play.has_time for play in group):
            when += f" {clock(account, group)}"
        rows.append([when, codes(group)])
    shown = [line for line in page.of(heading) if line.table == "Day" and line.text and "without a record" not in line.text]
    for line, row in zip(shown, rows):
        page.compare(line, " ".join(row))
    if len(shown) != len(rows):
        page.report.differ(page, heading, f"{len(shown)} rows", f"{len(rows)} rows")
    for line in page.of(heading):
        if "without a record" in line.text and line.text.startswith("|") and not line.compared:
            page.compare(line, words.count(sum(play.date_kind == UNRECORDED for play in title.plays)))


def number_of(path):
    return int(match[1]) if (match := re.search(r"page-(\d+)", path)) else 1


def list_page(page, account, name):
    titles = on_list(account, name)
    for line in page.lines:
        if title := titled(account, line):
            watched, aired = progress(title)
            rating = account.rating(title)
            text = f"{title.year or ''} {rating or ''}"
            if not title.is_film and title.status in ("watching", "on-hold"):
                text += f" {words.count(watched)} {words.count(aired)}"
            page.compare(line, f"[]{words.link(title)} {text}")
            if title not in titles:
                page.report.differ(page, line.heading, title.name, f"is on {title.status}")
        elif match := re.match(r"([\d,]+ titles?)", line.text):
            page.compare(line, words.count(len(titles)), match[1])
        elif match := re.search(r"Page (\d+) of (\d+)", line.text):
            pages = len({os.path.splitext(path)[0] for path in glob.glob(os.path.join(page.report.site, name, "page-*"))}) + 1
            page.compare(line, f"{number_of(page.path)} {pages}", match[0])
