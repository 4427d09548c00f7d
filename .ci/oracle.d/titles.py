"""The titles' own pages, the lists, and what others rated."""
import glob, os, re
from collections import Counter
from datetime import timedelta
import words
from account import UNRECORDED
from dates import MONTHS, release
from diary import clock, code
from home import following, progress, titled
from page import Page
from period import minutes
from statistics_pages import OPEN, left_of, left_share, list_left
from upcoming import FILES, airings

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
    top = page.lines[0].heading
    head(page, top, account, title)
    crowd(page, top, account, title)
    if title.is_film:
        viewings(page, account, title)
    else:
        episodes(page, account, title)
    facts(page, account, title)
    beside(page, account)


def beside(page, account):
    """My ratings of what belongs to a title."""
    for line in page.of("Belongs to it"):
        if other := titled(account, line):
            page.compare(line, f"[]{words.link(other)} {account.rating(other) or ''}")


def head(page, top, account, title):
    """The line below the name, and the blocks of my rating and my time."""
    for line in page.of(top):
        if re.search(r"(^|· )(TV show|Anime|Film)\b", line.text) and not line.compared:
            runtime = f"{title.runtime} min" if title.runtime else ""
            page.compare(line, f"{title.year or ''} {runtime} {title.details.get('network') or ''}")
            break
    rating, rated = account.rating(title), account.rating_day(title)
    page.fact(top, "My rating", f"{rating} {words.long_day(rated) if rated else ''}" if rating else "")
    days = [play.day for play in title.plays if play.is_believed]
    span = " ".join(map(words.day, sorted({min(days), max(days)}))) if days else ""
    if title.is_film and len(title.plays) == 1 and days:
        span = f"{when(page, account, title.plays[0])} {film_of_year(account, title.plays[0])}"
    page.fact(top, "My time", f"{words.length(minutes(title.plays))} {span}" if minutes(title.plays) else "")


def facts(page, account, title):
    item, heading = title.item, "Facts"
    total, coming = item.get("total_episodes_count") or 0, item.get("not_aired_episodes_count") or 0
    page.fact(heading, "Episodes", f"{words.count(total)} {words.count(coming)}" if coming and not title.is_film else "")
    for name, day in (("Added", account.added_day(title)), ("First aired", release(title.details.get("first_aired"))[0])):
        if name != "First aired" or title.kind != "movies":
            page.fact(heading, name, words.long_day(day) if day else "")
    again = sum(play.again for play in title.plays)
    page.fact(heading, "Watched again", str(again) if again else "")
    if title.kind == "movies":
        for name, kinds in (("In the cinema", (3,)), ("At home", (4, 5))):
            days = [release(row.get("release_date"))[0] for country in title.details.get("release_dates") or []
                    if country.get("iso_3166_1") == "US" for row in country.get("results") or [] if row.get("type") in kinds]
            page.fact(heading, name, words.long_day(min(days)) if days and min(days) <= account.calendar_day else "")
    rank, given_up = rank_and_drops(account, title)
    page.fact(heading, "Rank on Simkl", words.count(rank) if rank else "")
    page.fact(heading, "Dropped by", f"{words.decimal(given_up)} %" if given_up else "")
    if certification := title.details.get("certification"):
        page.fact(heading, "Certification", certification)


def rank_and_drops(account, title):
    """Of the title's details, else the rank of the calendar's, and who dropped it of the file of others' ratings."""
    told = calendar_details(account, title.kind).get(str(title.id)) or {}
    crowd = crowd_rows(account, title.kind).get(title.id) or {}
    drops = title.details.get("droprate") or (crowd.get("simkl") or {}).get("droprate") or ""
    return title.details.get("rank") or told.get("rank"), drops.rstrip("%")


def calendar_details(account, kind):
    details = account.__dict__.setdefault("calendar_details", {})
    if kind not in details:
        rows = account.read(f"calendar/{FILES[kind]}.json") or []
        details[kind] = rows.get("metadata") or {} if isinstance(rows, dict) else {}
    return details[kind]


def next_episode(page, account, title):
    top = "Episodes"
    code = following(title)
    if not code or title.status != "watching":
        return page.fact(top, "Next", "")
    day = release((title.item.get("next_to_watch_info") or {}).get("date"))
    told = day[1].astimezone(account.days.zone).date() if day[1] else day[0]
    page.fact(top, "Next", f"{code} {words.long_day(told) if told else ''}")


def crowd_rows(account, kind):
    crowds = account.__dict__.setdefault("crowds", {})
    if kind not in crowds:
        crowds[kind] = {row.get("id"): row for row in account.read(f"crowd/{KINDS[kind]}.json") or []}
    return crowds[kind]


def crowd_of(account, title):
    """Ratings and votes: of the title's details, else of the file of others' ratings."""
    result = dict(title.details.get("ratings") or {})
    rows = crowd_rows(account, title.kind)
    for name in SOURCES:
        result[name] = (rows.get(title.id) or {}).get(name) or result.get(name)
    return {name: value for name, value in result.items() if name in SOURCES and value and value.get("rating") and value.get("votes")}


def crowd(page, top, account, title):
    own, rows, gaps = account.rating(title), [], []
    for name, value in crowd_of(account, title).items():
        row = [SOURCES[name], words.decimal(str(value["rating"])), words.count(value["votes"])]
        if own:
            gaps.append(words.rounded(own - words.Fraction(str(value["rating"])), 1))
            row.append(words.signed(words.decimal(words.Fraction(gaps[-1]))))
        rows.append(row)
    if rows:
        says = words.decimal(abs(words.Fraction(gaps[0]))) if own else rows[0][1]
        page.sentence(top, r"^\*\*.*\*\* · Ratings from", f"{says if not own or gaps[0] else ''} 1 10")
        page.table(top, "Who", ([["Me", f"{own}", "–", "–"]] if own else []) + rows, keyed=True)


def left(page, account, title):
    """What has aired and is not watched: exact lengths where it is known which episodes those are."""
    number, own = left_of(title)
    others = number - len(own)
    time = sum(own) + others * (title.runtime or 0)
    text = f"{words.length(time) if time else ''} {words.count(number)}" if number and title.item.get("total_episodes_count") else ""
    if text and title.runtime and 0 < others < number:
        text += f" {words.share(others * title.runtime, time)}"
    if text and not title.runtime and others and time:
        text += f" {words.count(others)}"
    page.fact("Episodes", "Left", "" if title.status == "completed" else text)
    if not text or title.status != "watching":
        return
    since = account.data_day - timedelta(days=89)
    pace = minutes([play for play in account.plays if play.is_believed and since <= play.day <= account.data_day])
    said = "90" if (title.runtime or not others) and time <= pace * 7 // 90 else ""
    days = sorted(play.day for play in title.plays if play.is_believed and not play.again and play.season != 0)
    recent = [day for day in days if day > days[-1] - timedelta(days=90)]
    later = [day for day in recent if day > recent[0]]
    if len(later) >= 3:
        end = recent[-1] + timedelta(days=-(-number * (recent[-1] - recent[0]).days // len(later)))
        if account.calendar_day <= end <= account.calendar_day + timedelta(days=730):
            said += f" 90 {words.long_day(end).split(' ', 1)[1]}"
    page.sentence("Episodes", "^(?:It can be finished|At its own pace)", said)


def history_sentence(page, heading, title, unplaced=0):
    again = sum(play.again for play in title.plays)
    unknown = sum(not play.day for play in title.plays)
    unrecorded = sum(play.date_kind == UNRECORDED for play in title.plays)
    count = len(title.plays)
    text = words.count(count) if count and (not title.is_film or count > 1) else ""
    text += f" {words.count(again)}" if again else ""
    text += f" {words.count(unknown)}" if 0 < unknown < count else ""
    text += f" {words.count(unrecorded)}" if 0 < unrecorded and not (unrecorded == count == 1) else ""
    text += f" {words.count(unplaced)}" if unplaced else ""
    if count or unplaced:
        page.sentence(heading, r"^(?:Watched|[\d,]+ episodes?|[\d,]+ more)\b", text)


def when(page, account, play):
    """As a cell of the table and the list of viewings have it."""
    if not play.day:
        return str(play.year_alone or "")
    clocks = page.report.with_times and play.is_believed and play.has_time
    return words.day(play.day) + (f" {clock(account, [play])}" if clocks else "")


def episodes(page, account, title):
    watched, aired = progress(title)
    page.fact("Episodes", "Watched", f"{words.count(watched)} {words.count(aired)} {min(100, watched * 100 // aired)} %" if aired else "")
    left(page, account, title)
    next_episode(page, account, title)
    anime, plays = title.kind == "anime", {}
    for play in title.plays:
        if play.number is not None:
            plays.setdefault(code(play.season, play.number, anime), []).append(play)
    rows = {}
    for row in title.episodes:
        if row.get("episode") is not None and row.get("type") != "special":
            rows[code(1 if anime else row.get("season"), row["episode"], anime)] = row
    if "comings" not in account.__dict__:
        account.comings = {(airing.title.link, airing.code): airing.day for airing in airings(account, None)}
    placed, is_named = 0, any(rows.get(name, {}).get("title") for name in plays)
    for line in page.of("Episodes"):
        if line.table != "Episode" or not line.text:
            continue
        # A picture may stand in front of it.
        name = re.sub(r"\\(.)", r"\1", re.sub(r"^!\[\]\([^)]*\) ", "", line.cells[0]))
        row, own = rows.pop(name, {}), plays.pop(name, [])
        through = anime and not row and not own and int(name.lstrip("E") or 0) > aired if not name.startswith("S") else False
        is_to_come = (title.link, name) in account.comings or row and not row.get("aired") or through
        placed += not name.startswith("S00") and bool(own or not is_to_come)
        order = sorted(own, key=lambda play: (play.again, not play.is_believed, play.at.timestamp() if play.at else 0))
        day, moment = release(row.get("date"))
        told = account.days.local(moment).date() if moment else day or account.comings.get((title.link, name))
        title_cell = re.sub("“|”", "", row.get("title") or "") if own else ""
        cells = [name] + [title_cell] * is_named
        cells += [words.day(told) if told else "–"] * (len(line.cells) > len(cells) + 1)
        page.compare(line, " ".join(cells + [" ".join(when(page, account, play) for play in order)]))
    for name in list(plays) + [name for name, row in rows.items() if row.get("season") != 0]:
        page.missing("Episodes", name)
    shown = any(line.table == "Episode" and line.text for line in page.of("Episodes"))
    history_sentence(page, "Episodes", title, max(0, aired - placed) if shown else 0)
    months(page, title)


def months(page, title):
    counts = Counter((play.day.year, play.day.month) for play in title.plays if play.is_believed)
    shown = [line for line in page.of("My history") if line.text]
    if sum(counts.values()) < 20 or len(counts) < 3:
        for line in shown:
            page.compare(line, "(nothing)")
        return
    (year, month), last = min(counts), max(counts)
    span, rows = (last[0] - year) * 12 + last[1] - month + 1, []
    for number in range(span):
        at = (year + (month - 1 + number) // 12, (month - 1 + number) % 12 + 1)
        rows.append([f"{MONTHS[at[1] - 1][:3]} {at[0]}", words.count(counts[at])])
    if span > 60:
        by_year = Counter()
        for (own, _), number in counts.items():
            by_year[own] += number
        rows = [[str(own), words.count(by_year[own])] for own in range(year, last[0] + 1)]
    numbers = [int(row[1].replace(",", "")) for row in rows]
    most = [row for row, number in zip(rows, numbers) if number * 10 > max(numbers) * 9]
    said = " ".join(most[0]) if len(most) == 1 else f"{rows[0][0]} {rows[-1][0]}"
    page.sentence("My history", r"^\*\*.*\*\* · Episodes watched", said)
    page.table("My history", "Year" if span > 60 else "Month", rows)


def film_of_year(account, play):
    """Which of its year's films a viewing was, and the year."""
    if "films" not in account.__dict__:
        films = sorted((play for play in account.plays if play.title.is_film and play.is_believed),
                       key=lambda play: (play.day, play.place[:2], play.at))
        years = Counter()
        account.films = {}
        for film in films:
            years[film.day.year] += 1
            account.films[id(film)] = years[film.day.year]
    return f"{words.count(account.films[id(play)])} {play.day.year}" if id(play) in account.films else ""


def viewings(page, account, title):
    if len(title.plays) == 1 and title.plays[0].is_believed and title.runtime:
        return
    history_sentence(page, "Watched", title)
    shown = [line for line in page.of("Watched") if line.text.startswith("- ")]
    order = sorted(title.plays, key=lambda play: (not play.is_believed, play.at.timestamp() if play.at else 0, play.again))
    for line, play in zip(shown, order):
        page.compare(line, f"{when(page, account, play)} {film_of_year(account, play)}")
    if len(shown) != len(title.plays):
        page.report.differ(page, "Watched", f"{len(shown)} viewings", f"{len(title.plays)}")


def pages_of(page, name):
    return len({os.path.splitext(path)[0] for path in glob.glob(os.path.join(page.report.site, name, "page-*"))}) + 1


def number_of(path):
    return int(match[1]) if (match := re.search(r"page-(\d+)", path)) else 1


def card(account, title):
    """What a list says of a title."""
    watched, aired = progress(title)
    text = f"{title.year or ''} {account.rating(title) or ''}"
    if not title.is_film and title.status in ("watching", "on-hold"):
        text += f" {words.count(watched)} {words.count(aired)}"
    if title.status in OPEN and (time := list_left([title])[0]):
        text += f" {words.length(time)}"
    return f"[]{words.link(title)} {text}"


def list_page(page, account, name):
    titles = on_list(account, name)
    for line in page.lines:
        if title := titled(account, line):
            page.compare(line, card(account, title))
            if title not in titles:
                page.report.differ(page, line.heading, title.name, f"is on {title.status}")
        elif match := re.match(r"([\d,]+ titles?)(?:, page \d+ of \d+)?(?: · ([^·]* left[^·]*))?", line.text):
            time, estimated, _, unknown = list_left([title for title in titles if title.status in OPEN])
            left = f"{words.length(time)} {left_share(time, estimated)} {unknown or ''}" if time and number_of(page.path) == 1 else ""
            page.compare(line, f"{words.count(len(titles))} {left}", f"{match[1]} {match[2] or ''}")
        elif line.text.startswith(("[← Previous]", "**1** · ")) and pages_of(page, name) < 6:
            page.compare(line, " ".join(map(str, range(1, pages_of(page, name) + 1))))
        elif match := re.search(r"Page (\d+) of (\d+)", line.text):
            page.compare(line, f"{number_of(page.path)} {pages_of(page, name)}", match[0])
