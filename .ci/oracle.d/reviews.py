"""Years and months in review."""
import re
from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction
import words
from account import ENTERED, MARKED, OWN, STAMPED, UNDATED, UNRECORDED
from dates import MONTHS, each_day, month_end
from delays import delays
from diary import amount, clock, code
from home import titled
from page import Page, marks, numbers
from period import FEW, Period, begun, finished, grouped, longest, minutes, month_of, year_of
from ratings import crowd_words, distribution, rated_in
from statistics_pages import KINDS, amount_of, chart_row, day_chart, heat_map, heat_row, month_chart, run_words, size, week_charts


def compare(report, site, account, with_times):
    played = {play.day for play in account.plays if play.is_believed}
    rated = {day for title in account.titles.values() if (day := account.rating_day(title))}
    done = {day for title in account.titles.values() if (day := finished(title))}
    days = {day for day in played | rated | done if day <= account.data_day}
    years_page(report, site, account, days)
    for year in sorted({day.year for day in days}):
        review(report, site, f"year/{year}", account, year_of(account, year), days)
        for month in sorted({day.month for day in days if day.year == year}):
            review(report, site, f"year/{year}/{month:02}", account, month_of(account, year, month), days)


def years_page(report, site, account, days):
    page = Page(report, "reviews", site, "year")
    for year in {day.year for day in days}:
        page.sentence(str(year), "plays?", amount(year_of(account, year).plays))
    page.sentence(None, "In no year", amount([play for play in account.plays if not play.day]))


def review(report, site, path, account, period, days):
    page = Page(report, "reviews", site, path)
    if not page.exists:
        return page.missing("", path)
    top, is_year = page.lines[0].heading, path.count("/") == 1
    before = period_before(account, period, is_year)
    if period.end < period.last:
        page.sentence(top, "as of", words.long_day(period.end))
    headline(page, top, period)
    ends(page, account, top, period)
    page.trail(top, period, days)
    short(page, period)
    if not period.by_day:
        without_plays(page, account, top, period)
    for kind, name in KINDS.items():
        kind_section(page, account, period, kind, name, is_year)
    ratings_section(page, account, period)
    habits(page, account, period, is_year)
    shelf(page, account, period)
    milestones(page, account, period)
    origins(page, period)
    delays(page, period)
    if is_year:
        months(page, account, period)
    against(page, account, period, before)
    accounting(page, account, period)


def period_before(account, period, is_year):
    if is_year:
        year = period.first.year - 1
        before = year_of(account, year)
        if period.end < period.last:
            before.last = period.end.replace(year=year, day=min(period.end.day, month_end(year, period.end.month).day))
    else:
        last = period.first - timedelta(days=1)
        before = month_of(account, last.year, last.month)
        if period.end < period.last:
            before.last = last.replace(day=min(period.end.day, last.day))
    return Period(account, before.first, before.last, before.name)


def headline(page, top, period):
    time = period.time
    if time is not None and time >= 10 * 60:
        page.fact(top, "Hours", f"{int(words.rounded(Fraction(time, 60))):,}")
    else:
        page.fact(top, "Time", words.length(time) if time else "")
    for name, number in (("Episodes", len(period.episodes)), ("Films", len(period.films)), ("Titles", len(period.titles)),
                         ("Titles finished", len(finished_in(period))), ("Days with a play", len(period.by_day))):
        page.fact(top, name, words.count(number) if number else "")


def finished_in(period, kind=None):
    """Titles that were finished in it, a film by its first watching."""
    titles = [title for title in period.account.titles.values() if not kind or title.kind == kind]
    return sorted((title for title in titles if (day := finished(title)) and period.first <= day <= period.last), key=lambda title: title.id)


def ends(page, account, top, period):
    plays = sorted(period.dated, key=lambda play: play.order)
    if not plays:
        return
    for line in page.of(top):
        if re.match("(First|Last|Only) play:", line.text):
            told = [plays[0], plays[-1]] if line.text.count(" play: ") > 1 else [plays[0]]
            if page.report.with_times:
                page.compare(line, " ".join(play_words(page, account, play) for play in told))
            else:
                days = re.findall(r"\d+ [A-Z]\w+ \d{4}", line.text)
                page.compare(line, " ".join(words.long_day(play.day) for play in told), " ".join(days))


def play_words(page, account, play):
    episode = "" if play.title.is_film or play.number is None else code(play.season, play.number, play.title.kind == "anime")
    time = clock(account, [play]) if page.report.with_times and play.has_time else ""
    return f"[]{words.link(play.title)} {episode} {words.long_day(play.day)} {time}"


def short(page, period):
    heading = "In short"
    days = len(each_day(period.first, period.end))
    text = f"{len(period.by_day)} {days}"
    for number in (len(period.episodes), len(period.films), len(period.titles)):
        text += f" {words.count(number)}" if number else ""
    page.sentence(heading, "^Something was watched on", text if period.by_day else "")
    time = period.time or 0
    if time >= 48 * 60:
        spans = divmod(int(words.rounded(Fraction(time, 60))), 24)
        page.sentence(heading, "^End to end", " ".join(str(number) for number in spans if number))
    lengths = period.day_lengths()
    if len(lengths) >= FEW:
        page.sentence(heading, "^A day with a play", f"{words.length(words.median(lengths))} {words.length(words.mean(lengths))}")
    again = sum(play.again for play in period.plays)
    page.sentence(heading, "rewatch|again", words.count(again) if again > 1 else "(one)" if again else "")


def without_plays(page, account, top, period):
    """Of a time in which nothing was watched, but rated or finished by a mark."""
    rated = len(rated_in(account, period))
    page.fact(top, "Titles rated", str(rated) if rated else "")
    page.sentence("In short", "^No play has its day in", f"{period.name} {len(finished_in(period)) or ''} {rated or ''}")


def kind_section(page, account, period, kind, name, is_year):
    plays = period.of(kind)
    if not plays:
        return
    titles = list({play.title.link: play.title for play in plays}.values())
    page.fact(name, "Titles", words.count(len(titles)))
    films = [play for play in plays if play.title.is_film]
    told = {"Plays": films} if kind == "movies" else {"Episodes": [play for play in plays if not play.title.is_film], "Films": films}
    for fact, group in told.items():
        page.fact(name, fact, words.count(len(group)) if group else "")
    time = minutes(plays)
    page.fact(name, "Time", f"{words.length(time)} {words.round_share(time, period.time) if time < period.time else ''}" if time else "")
    old = [title for title in titles if any(play.day < period.first for play in title.plays if play.is_believed)]
    new = [title for title in titles if title not in old and (day := begun(title)) and day >= period.first]
    unknown = len(titles) - len(new) - len(old)
    for fact, number in (("New", len(new)), ("Watched before", len(old)), ("New or not, unknown", unknown),
                         ("Finished", len(shows(finished_in(period, kind))))):
        page.fact(name, fact, words.count(number) if number else "")
    if is_year:
        weeks = grouped(plays, lambda play: play.day - timedelta(days=play.day.weekday()))
        week, most_of = max(sorted(weeks.items()), key=lambda pair: size(pair[1]))
        first, last = max(week, period.first), min(week + timedelta(days=6), period.last)
        if len(weeks) >= FEW and time:
            page.fact(name, "Fullest week", f"{words.short_day(first)} {words.short_day(last)} {amount_of(most_of)}")
        if len({play.day.month for play in plays}) > 1 and len(plays) >= 20:
            month_chart(page, name, period, plays)
    week_charts(page, name, plays, page.report.with_times, period.name, place=name)
    lists(page, name, "Begun", shows(sorted(new, key=lambda title: title.id)))
    lists(page, name, "Finished", shows(finished_in(period, kind)))
    ranked = [pair for pair in period.ranked() if pair[0].kind == kind]
    cards(page, f"{name}, the most time first" if len(ranked) >= FEW else f"{name} watched",
          [f"[]{words.link(title)} {spent(title, group)}" for title, group in ranked][:10], len(ranked) >= FEW)
    for heading in (f"{name}, the best rated first", f"{name} watched and rated"):
        for line in page.of(heading):
            if title := titled(account, line):
                page.compare(line, f"[]{words.link(title)} {account.rating(title)}")


def shows(titles):
    """A film that was watched was begun and finished."""
    return [title for title in titles if not title.is_film]


def spent(title, plays):
    count = words.count(len(plays)) if len(plays) > 1 or not title.is_film else ""
    return f"{count} {words.length(minutes(plays)) if minutes(plays) else ''}"


def lists(page, heading, name, titles):
    """Titles by name, in the order of their ids, twelve at most."""
    if titles:
        more = len(titles) - 12
        page.sentence(heading, f"^{name}: ", " ".join(f"[]{words.link(title)}" for title in titles[:12]) + (f" {more}" if more > 0 else ""))


def cards(page, heading, rows, is_ordered):
    shown = [line for line in page.of(heading) if line.text.startswith("- ")]
    if not is_ordered:
        key = lambda text: re.search(r"/(\d+)-", text)[1]
        rows = {key(row): row for row in rows}
        for line in shown:
            match = re.search(r"\((?:[^()\s]*/)?(?:tv|anime|movies)/(\d+)-", line.text)
            page.compare(line, rows.pop(match[1], "(no such title)"))
        rows = list(rows.values())
        shown = []
    for line, row in zip(shown, rows):
        page.compare(line, row)
    for row in rows[len(shown):]:
        page.missing(heading, row)


def ratings_section(page, account, period):
    heading = f"Rated in {period.name}"
    titles = rated_in(account, period)
    page.fact(heading, "Titles rated", words.count(len(titles)) if titles else "")
    values = [account.rating(title) for title in titles]
    page.fact(heading, "Median", words.rating(words.median(values)) if len(values) >= FEW else "")
    page.fact(heading, "Mean", words.decimal(words.mean(values)) if len(values) >= FEW else "")
    distribution(page, heading, values, time=period.name)
    if page.has("Against the crowd"):
        crowd_words(page, account, titles, 5)
    for line in page.lines:
        if line.text.startswith("- ![") or line.text.startswith("- [!["):
            title = titled(account, line)
            if title and not line.compared and "★" in line.text:
                page.compare(line, f"[]{words.link(title)} {account.rating(title)} {title.year or ''}")


def habits(page, account, period, is_year):
    heading = "Habits"
    if not period.by_day:
        return
    if is_year:
        heat_map(page, heading, period)
    else:
        day_chart(page, heading, period)
    streak, pause = longest(period.streaks()), longest(period.pauses())
    page.fact(heading, "Longest streak", run_words(streak) if streak and streak[1] > streak[0] else "")
    page.fact(heading, "Longest pause", run_words(pause) if pause and pause[1] > pause[0] else "")
    if len(period.by_day) >= FEW:
        day, plays = max(sorted(period.by_day.items()), key=lambda pair: size(pair[1]))
        page.fact(heading, "Fullest day", f"{words.day(day)} {amount_of(plays)}")
        weeks = grouped(period.dated, lambda play: play.day.isocalendar()[:2])
        if is_year and len(weeks) >= FEW:
            (year, week), plays = max(sorted(weeks.items()), key=lambda pair: size(pair[1]))
            monday = date.fromisocalendar(year, week, 1)
            page.fact(heading, "Fullest week", f"{week} {words.day(max(monday, period.first))} {amount_of(plays)}")
    sitting(page, heading, period)
    season(page, heading, period)
    again = grouped([play for play in period.plays if play.again], lambda play: play.title)
    if again:
        title, plays = max(again.items(), key=lambda pair: (len(pair[1]), minutes(pair[1])))
        if sum((len(other), minutes(other)) == (len(plays), minutes(plays)) for other in again.values()) == 1:
            page.fact(heading, "Comfort", f"[]{words.link(title)} {words.count(len(plays))}")
    dated = [title for title in period.titles if title.year]
    if dated:
        year = min(title.year for title in dated)
        for line in page.of(heading):
            if line.text.startswith("- **Oldest:**"):
                page.compare(line, f"{year}", re.sub(r"\[.*\]\([^)]*\)", "", line.text))


def sitting(page, heading, period):
    runs = period.sittings(page.report.with_times)
    name = "Longest sitting" if page.report.with_times else "Most of one title"
    if not runs:
        return page.fact(heading, name, "")
    run = max(sorted(runs, key=lambda run: (run[0].day, run[0].place)), key=lambda run: (minutes(run), len(run)))
    page.fact(heading, name, f"[]{words.link(run[0].title)} {len(run)} {words.day(run[0].day)} {words.length(minutes(run) or None)}")


def known_seasons(account):
    """Seasons that were watched whole, as far as it is known how long they are: (title, season, plays)."""
    for title in account.titles.values():
        if title.is_film:
            continue
        plays = grouped([play for play in title.plays if play.season], lambda play: (play.season, play.again))
        listed = grouped([row for row in title.episodes if row.get("type") != "special" and row.get("episode")],
                         lambda row: 1 if title.kind == "anime" else row.get("season"))
        for (number, again), group in plays.items():
            if number in listed:
                whole = {row["episode"] for row in listed[number]}
            elif title.status == "completed" or any(other > number for other, _ in plays):
                whole = set(range(1, max(play.number for play in plays[number, False]) + 1))
            else:
                continue
            if whole <= {play.number for play in group} and all(play.is_believed for play in group):
                yield title, number, group


def season(page, heading, period):
    """The fewest days, and then the most episodes; of seasons that were finished in the period and have five episodes or more."""
    found = [(title, number, group) for title, number, group in known_seasons(period.account)
             if period.first <= max(play.day for play in group) <= period.last and min(play.day for play in group) >= period.first
             and len(group) >= FEW]
    if not found:
        return page.fact(heading, "Fastest season", "")

    def pace(row):
        days = [play.day for play in row[2]]
        return (min(days) - max(days)).days, len(row[2]), -min(days).toordinal()

    title, number, group = max(found, key=pace)
    days = [play.day for play in group]
    span = (max(days) - min(days)).days + 1
    text = f"[]{words.link(title)} {number if title.kind != 'anime' else ''} {len(group)}"
    text += f" {span} {words.span(min(days), max(days))}" if span > 1 else f" {words.day(days[0])}"
    for line in page.of(heading):
        if line.text.startswith("- **Fastest season:**"):
            shown = line.text.removeprefix("- **Fastest season:** ")
            if "season" not in shown.split(";")[0]:
                text = text.replace(f") {number} ", ") ", 1)
            page.compare(line, text + (f" {len(found)}" if ";" in shown else ""), shown)
            return
    page.missing(heading, f"Fastest season: {text}")


def shelf(page, account, period):
    def waits(day):
        """Titles on a list before a day that had not been begun."""
        number = 0
        for title in account.titles.values():
            added = account.added_day(title)
            first = [play for play in title.plays if not play.again]
            if title.status == "dropped" or not added or added >= day or any(not play.is_believed for play in first):
                continue
            if title.plays and not first:
                continue
            number += min((play.day for play in title.plays if play.is_believed), default=date.max) >= day
        return number

    end = period.end + timedelta(days=1)
    first, last = waits(period.first), waits(end)
    if not first and not last:
        return
    page.sentence("Time on my watchlist", "^Before", f"{words.long_day(period.first)} {words.count(first)} {words.long_day(period.end)} {words.count(last)}"
                  + (f" {words.count(abs(last - first))}" if first != last else ""))


def milestones(page, account, period):
    plays = sorted(period.dated, key=lambda play: play.order)
    for line in page.of("Milestones"):
        if line.table == "Play" and line.text:
            number = int(line.cells[0].replace(",", ""))
            play = plays[number - 1] if number <= len(plays) else None
            if page.report.with_times and play:
                page.compare(line, f"{number:,} {play_words(page, account, play)}")
            else:
                page.compare(line, f"{number:,} {words.long_day(play.day) if play else ''}", f"{line.cells[0]} {line.cells[3]}")


def origins(page, period):
    for heading, name, values in (("Genres", "Genre", lambda title: title.details.get("genres") or []),
                                  ("Countries", "Country", lambda title: [words.country(title.details.get("country"))]),
                                  ("Networks", "Network", lambda title: [title.details.get("network")])):
        if not page.has(heading):
            continue
        titles = [title for title in period.titles if heading != "Networks" or not title.is_film]
        known = [title for title in titles if any(values(title))]
        groups = defaultdict(list)
        for play in period.plays:
            for value in {value for value in values(play.title) if value} if play.title in known else ():
                groups[value].append(play)
        rows = [chart_row(value, plays) + [str(len({play.title.link for play in plays}))] for value, plays in groups.items()]
        told = [play for play in period.plays if play.title in known]
        if page.draws(heading, name, told):
            page.sentence(heading, rf"^\*\*.*\*\* · \w+ by {name.lower()}", "")
        shown = [line for line in page.of(heading) if line.table == name and line.text]
        rest = {row[0]: row for row in rows}
        for line in shown:
            page.row(line, rest.pop(line.cells[0].replace("\\", ""), ["?"] * len(line.cells)))
        more = max(0, len(groups) - 10)
        text = f"{words.count(len(known))} {words.count(len(titles))}" + best_rated(period.account, groups) + (f" {more}" if more else "")
        page.sentence(heading, "^The .* known|known", text)


def best_rated(account, groups):
    """The highest median of those with enough ratings."""
    ratings = [[account.rating(title) for title in {play.title for play in plays} if account.rating(title)] for plays in groups.values()]
    ranked = [(words.median(values), len(values)) for values in ratings if len(values) >= FEW]
    return f" {words.rating(max(ranked)[0])} {max(ranked)[1]}" if len(ranked) > 1 else ""


def months(page, account, period):
    for number in range(1, 13):
        heading = MONTHS[number - 1]
        month = month_of(account, period.first.year, number)
        if not page.has(heading) or month.first > period.end:
            continue
        days = len(each_day(month.first, month.end))
        if month.by_day:
            page.sentence(heading, r"^(?:\*\*)?[0-9,]+ plays?", f"{amount(month.plays)} {len(month.by_day)} {days}")
            page.draws(heading, "1", month.plays)
            for line in page.of(heading):
                if line.table == "1" and line.text:
                    cells = heat_row(month, month.first.year, number, False)
                    line.compared = True
                    page.report.compared[page.kind] += sum(cell.isdigit() for cell in line.cells)
                    if line.cells != cells:
                        page.report.differ(page, heading, line.text, " | ".join(cells))
        told = [line for line in page.of(heading) if re.match("The most time went|Begun|Finished|Rated|Films", line.text)]
        if told:
            month_sentences(page, account, month, told)


def month_sentences(page, account, month, told):
    text = " ".join(line.text.strip() for line in told)
    parts = dict(re.findall(r"(The most time went to|Begun|Finished|Rated|Films):? (.*?)(?=\. (?:Begun|Finished|Rated|Films): |\. ?$)", text))
    ranked = month.ranked()
    computed = {}
    if len(ranked) > 1 and minutes(ranked[0][1]):
        title, plays = ranked[0]
        computed["The most time went to"] = f"[]{words.link(title)} {words.length(minutes(plays))} {len(plays)}"
    for line in told:
        line.compared = True
        page.report.compared[page.kind] += numbers(line.text)
    begun_here = shows(title for title in account.titles.values() if (day := begun(title)) and month.first <= day <= month.last)
    done = shows(finished_in(month))
    films = list(dict.fromkeys(play.title for play in month.films))
    rated = rated_in(account, month)
    for name, titles in (("Begun", begun_here), ("Finished", done), ("Films", films), ("Rated", rated)):
        shown = [(match[0], match[1]) for match in re.findall(r"\((?:[^()\s]*/)?(tv|anime|movies)/(\d+)-[^)]*\)", parts.get(name, ""))]
        links = {(title.kind, str(title.id)) for title in titles}
        more = re.search(r" and (\d+) more", parts.get(name, ""))
        if not set(shown) <= links or len(shown) + int(more[1] if more else 0) != len(links):
            page.report.differ(page, told[0].heading, f"{name}: {parts.get(name, '(not shown)')}", " ".join(title.link for title in titles))
    if name_of := computed.get("The most time went to"):
        if marks(parts.get("The most time went to", "")) != marks(name_of):
            page.report.differ(page, told[0].heading, text[:200], name_of)


def against(page, account, period, before):
    rows = {}

    def row(name, own, other, places=0, shown=str):
        gap = own - other
        rows[name] = [name, shown(own), shown(other), words.signed(words.decimal(gap, places)) if gap else words.decimal(0, places)]

    tenth = lambda value: words.decimal(value)
    hour = lambda value: Fraction(words.rounded(Fraction(minutes(value), 60), 1))
    row("Hours", hour(period.dated), hour(before.dated), 1, tenth)
    row("Episodes", len(period.episodes), len(before.episodes), 0, words.count)
    row("Films", len(period.films), len(before.films), 0, words.count)
    row("Titles", len(period.titles), len(before.titles), 0, words.count)
    row("Titles finished", len(finished_in(period)), len(finished_in(before)), 0, words.count)
    row("Days with a play", len(period.by_day), len(before.by_day), 0, words.count)
    ratings = [[account.rating(title) for title in rated_in(account, each)] for each in (period, before)]
    row("Titles rated", *map(len, ratings), 0, words.count)
    if all(len(values) >= FEW for values in ratings):
        row("Median rating", *map(words.median, ratings), 1, tenth)
        row("Mean rating", *(Fraction(words.rounded(words.mean(values), 1)) for values in ratings), 1, tenth)
    for line in page.lines:
        if line.table == "What" and line.text and line.heading.startswith("Against"):
            page.row(line, rows.get(line.cells[0], ["?"] * 4))


def accounting(page, account, period):
    heading = "How it was counted"
    page.sentence(heading, "ends at", f"{account.rollover:02} 00")
    own, entered = (sum(play.date_kind == kind for play in period.dated) for kind in (OWN, ENTERED))
    page.sentence(heading, "^- Of ", f"{words.count(len(period.dated))} {words.count(own)} {words.count(entered)}" if period.dated else "")
    time = period.time
    estimated = minutes([play for play in period.plays if not play.is_own_length])
    page.sentence(heading, "estimated", words.share(estimated, time) if time and estimated else "")
    not_believed = [play for play in account.plays if play.date_kind in (MARKED, STAMPED) and period.first <= play.dated <= period.last]
    counts = [sum(play.date_kind == kind for play in not_believed) for kind in (MARKED, STAMPED)]
    text = f"{period.name} " + " ".join(str(number) for number in counts if number)
    page.sentence(heading, "but not believed", text if not_believed else "")
    undated = [play for play in account.plays if play.date_kind in (UNDATED, UNRECORDED)]
    if period.end < period.last:
        page.sentence(heading, "fingerprint", words.long_day(period.end))
    page.sentence(heading, "have no believable date", amount(undated))
    page.sentence(heading, "is neither averaged", "5")
    unknown = sum(not play.minutes for play in period.plays)
    page.sentence(heading, "unknown length", words.count(unknown) if unknown else "")
    if page.report.with_times:
        for line in page.of(heading):
            if "no later than" in line.text:
                page.compare(line, "45")
