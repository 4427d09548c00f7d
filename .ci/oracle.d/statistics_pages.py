"""The statistics: of all time, of years, of months."""
from datetime import date, timedelta
from fractions import Fraction
import words
from account import ENTERED, MARKED, OWN, STAMPED, UNDATED, UNRECORDED, YEAR
from dates import MONTHS, WEEKDAYS, each_day, month_end
from delays import delays
from page import Page
from period import FEW, all_time, begun, begun_doubtful, finished, grouped, longest, minutes, month_of, year_of

KINDS = {"tv": "TV shows", "anime": "Anime", "movies": "Films"}
LEDGER = {OWN: "With a time of their own", ENTERED: "With a day that was entered", MARKED: "Marked, not watched then",
          STAMPED: "Stamped with the airing or release", YEAR: "With a year alone", UNDATED: "Without a believable date",
          UNRECORDED: "Counted by Simkl without a record"}
LENGTHS = {"under 15 min": (0, 15), "15–29 min": (15, 30), "30–44 min": (30, 45), "45–59 min": (45, 60), "60–89 min": (60, 90),
           "90–119 min": (90, 120), "120–149 min": (120, 150), "from 150 min": (150, 10 ** 9)}


def compare(report, site, account, with_times):
    page(report, site, "statistics", account, all_time(account), with_times)
    days = {play.day for play in account.plays if play.is_believed}
    for year in sorted({day.year for day in days}):
        page(report, site, f"statistics/{year}", account, year_of(account, year), with_times)
        for month in sorted({day.month for day in days if day.year == year}):
            page(report, site, f"statistics/{year}/{month:02}", account, month_of(account, year, month), with_times)


def page(report, site, path, account, period, with_times):
    page = Page(report, "statistics", site, path)
    if not page.exists:
        return page.missing("", path)
    top = page.lines[0].heading
    page.trail(top, period, {play.day for play in account.plays if play.is_believed})
    page.sentence(None, "^Data of", words.long_day(account.data_day) if period.end == account.data_day else "")
    headline(page, top, period)
    # So few plays are told by their numbers alone.
    is_few = 0 < len(period.plays) < FEW
    if not is_few:
        parts(page, period)
    if path.count("/") == 1:
        heat_map(page, "Every day", period)
        weeks(page, period)
    if not is_few:
        peaks(page, period, path.count("/"))
    week_charts(page, "Days of the week", period.dated, with_times, period.name)
    if not is_few:
        kinds(page, period)
    ranking(page, period)
    sitting_list(page, period, with_times)
    lengths(page, period)
    decades(page, period)
    completion(page, period)
    delays(page, period)
    shelf(page, period, account)
    if not period.name:
        waiting(page, account)
        backlog(page, account)
    stand_on(page, period)


def headline(page, top, period):
    page.fact(top, "Time", known_part(period))
    page.fact(top, "Episodes", words.count(len(period.episodes)) if period.episodes else "")
    page.fact(top, "Films", words.count(len(period.films)) if period.films else "")
    page.fact(top, "Titles", words.count(len(period.titles)) if period.titles else "")
    again = [play for play in period.plays if play.again]
    page.fact(top, "Watched again", f"{words.count(len(again))} {words.length(minutes(again)) if minutes(again) else ''}" if again else "")
    page.fact(top, "Days with a play", words.count(len(period.by_day)) if period.by_day else "")
    averages(page, top, "A typical watching day", period.day_lengths())
    averages(page, top, "An episode", [play.minutes for play in period.plays if play.minutes and not play.title.is_film])
    averages(page, top, "A film", [play.minutes for play in period.plays if play.minutes and play.title.is_film])


def averages(page, heading, name, values):
    text = f"{words.length(words.median(values))} {words.length(words.mean(values))}" if len(values) >= FEW else ""
    page.fact(heading, name, text)


def chart_row(name, plays, everything=()):
    """With the first number by kind, where everything that the chart shows is of more than one."""
    kinds = [kind for kind in KINDS if any(play.title.kind == kind for play in everything)]
    parts = [[play for play in plays if play.title.kind == kind] for kind in kinds] if len(kinds) > 1 else []
    is_timed = bool(minutes(everything))
    return [name, hours_of(plays), words.count(len(plays))] + [hours_of(part) if is_timed else words.count(len(part)) for part in parts]


def empty_row(name, everything):
    return [name] + ["–"] * (len(chart_row(name, [], everything)) - 1)


def hours_of(plays):
    """Nobody knows the hours of plays whose lengths are all unknown."""
    return "–" if plays and not minutes(plays) else words.hours(minutes(plays))


def known_part(period):
    """The time, and how much of it has a known day, where that is not all."""
    time, known = period.time, minutes(period.dated)
    if not time or len(period.dated) == len(period.plays):
        return words.length(time) if time is not None else ""
    return f"{words.length(time)} {words.length(known)} {words.share(known, time)}" if known else words.length(time)


def parts(page, period):
    by_day, plays = period.by_day, period.dated
    if not period.name:
        years = grouped(plays, lambda play: play.day.year)
        groups = [(str(year), years.get(year, [])) for year in range(min(years), max(years) + 1)] if years else []
        whole = [group for name, group in groups if is_whole(period, date(int(name), 1, 1), date(int(name), 12, 31))]
        dated = f" {words.share(len(plays), len(period.plays))}" if len(plays) < len(period.plays) else ""
        if len(years) == 1:
            return month_chart(page, "Month by month", year_of(period.account, min(years)), plays, dated, name="")
        along(page, "Year by year", "Year", "year", "", groups, plays, whole, [chart_row(*group, plays) for group in groups], remarks=dated)
    elif period.first.month != period.last.month:
        month_chart(page, "Month by month", period, plays, estimated_share(period))
    else:
        day_chart(page, "Day by day", period, estimated_share(period))


def estimated_share(period):
    estimated = minutes([play for play in period.plays if not play.is_own_length])
    return f" {words.share(estimated, period.time)}" if period.time and estimated else ""


def month_chart(page, heading, period, plays, remarks="", name=None):
    groups = [(MONTHS[month - 1][:3], group) for month, group in months_of(period, plays) if date(period.first.year, month, 1) <= period.end]
    whole = [group for month, group in months_of(period, plays)
             if is_whole(period, date(period.first.year, month, 1), month_end(period.first.year, month))]
    time = period.name if name is None else name
    along(page, heading, "Month", "month", time, groups, plays, whole, month_rows(period, plays), remarks=remarks)


def day_chart(page, heading, period, remarks=""):
    days = [day for day in each_day(period.first, period.last) if day <= period.end]
    groups = [(f"{day.day} {MONTHS[day.month - 1][:3]}", period.by_day.get(day, [])) for day in days]
    whole = [period.by_day.get(day, []) for day in days if is_whole(period, day, day)]
    along(page, heading, "Day", "day", period.name, groups, period.dated, whole, day_rows(period), remarks=remarks)


def is_whole(period, first, last):
    """Whether the data tells of all these days."""
    begin = max(period.first, period.account.first_day or period.first)
    return begin <= first and last <= period.end


def along(page, heading, head, part, time, groups, plays, whole, rows, suffix="", remarks=""):
    """A chart along time: what stands out, how much it is, the mean of what is whole, and the table; of few plays one sentence."""
    if not plays or not page.has(heading):
        return
    total = amount_of(plays) + suffix
    if not page.draws(heading, head, plays):
        return page.sentence(heading, TOTAL, total)
    leading = standout(groups, plays)
    found = " ".join(groups[index][0] for index in leading)
    if len(leading) == 1 and part != "weekday" and sum(bool(group) for _, group in groups) > 1:
        found += f" {figure(groups[leading[0]][1])}"
    page.sentence(heading, rf"^\*\*.*\*\* · \w+ by {part}\b", f"{found} {time}")
    page.sentence(heading, TOTAL, total + mean_of(whole, minutes(plays)) + remarks)
    page.table(heading, head, rows)


TOTAL = r"^[\d,]+ (?:h|min|plays?)\b"


def standout(groups, plays):
    """Those with less than a tenth on each other and more than all others: three at most, no more than half of all; or the only one."""
    sizes = [minutes(group) if minutes(plays) else len(group) for _, group in groups]
    active = [index for index, size_of in enumerate(sizes) if size_of]
    leading = [index for index in active if sizes[index] * 10 > max(sizes) * 9]
    if len(plays) < FEW or not active:
        return []
    if len(active) == 1:
        # All the time is not all of it, where nobody knows how long the rest took.
        return active if len(groups[active[0]][1]) == len(plays) else []
    return leading if len(leading) <= 3 and len(leading) * 2 <= len(groups) else []


def figure(plays):
    return words.length(minutes(plays)) if minutes(plays) else words.count(len(plays))


def amount_of(plays):
    time = minutes(plays)
    return f"{words.length(time)} {words.count(len(plays))}" if time else words.count(len(plays))


def mean_of(whole, is_timed):
    """The mean of five or more, in whole hours from ten on."""
    plays = sum(whole, [])
    total, count = minutes(plays) if is_timed else len(plays), len(whole)
    if count < FEW or not total:
        return ""
    mean = Fraction(total, count * 60) if is_timed else Fraction(total, count)
    return f" {words.count(count)} {words.decimal(mean, 0 if mean >= 10 else 1)}" + (" h" if is_timed else "")


def months_of(period, plays=None):
    months = grouped(period.dated if plays is None else plays, lambda play: play.day.month)
    return [(month, months.get(month, [])) for month in range(1, 13)]


def month_rows(period, plays=None):
    everything = period.dated if plays is None else plays
    names = [(f"{MONTHS[month - 1][:3]} {period.name}", month, group) for month, group in months_of(period, plays)]
    return [chart_row(name, group, everything) if date(period.first.year, month, 1) <= period.end else empty_row(name, everything)
            for name, month, group in names]


def day_rows(period):
    return [chart_row(str(day.day), period.by_day.get(day, []), period.dated) if day <= period.end else empty_row(str(day.day), period.dated)
            for day in each_day(period.first, period.last)]


def size(plays):
    """By time, among equals by number."""
    return minutes(plays), len(plays)


def heat_map(page, heading, period, time=""):
    days = sum(day <= period.end for day in each_day(period.first, period.last))
    text = f"{len(period.by_day)} {days}"
    if period.by_day:
        top = max(map(len, period.by_day.values()))
        days = [day for day, plays in period.by_day.items() if len(plays) == top]
        peak = f" {top} {words.long_day(days[0]) if len(days) == 1 else len(days)}"
    else:
        peak = ""
    if not page.draws(heading, "Month", period.dated):
        return page.sentence(heading, "^Something was watched on", text + peak)
    page.sentence(heading, r"^\*\*Something was watched on", f"{text} {time or period.name}")
    page.sentence(heading, "^At most", peak)
    page.table(heading, "Month", [heat_row(period, month.year, month.month) for month in month_starts(period)])


def month_starts(period):
    month = period.first.replace(day=1)
    while month <= period.last:
        yield month
        month = month_end(month.year, month.month) + timedelta(days=1)


def heat_row(period, year, month, named=True):
    cells = [f"{MONTHS[month - 1][:3]} {year}"] if named else []
    for number in range(1, 32):
        known = number <= month_end(year, month).day and period.first <= date(year, month, number) <= period.end
        played = len(period.by_day.get(date(year, month, number), [])) if known else 0
        cells.append("–" if not known else str(played) if played else "")
    return cells


def weeks(page, period):
    groups = grouped(period.dated, lambda play: play.day.isocalendar()[:2])
    if len(groups) < 2 or len(period.dated) < 20:
        return
    rows, counted, whole = [], [], []
    for year, week in dict.fromkeys(day.isocalendar()[:2] for day in each_day(period.first, period.last)):
        monday = date.fromisocalendar(year, week, 1)
        sunday, plays = monday + timedelta(days=6), groups.get((year, week), [])
        name = f"W{week:02}" + (f" {year}" if str(year) != period.name else "")
        if monday < period.first:
            name += f" {period.first.day} {MONTHS[period.first.month - 1][:3]}"
        if sunday > period.last:
            name += f" {period.last.day} {MONTHS[period.last.month - 1][:3]}"
        if max(monday, period.first) > period.end:
            rows.append(empty_row(name, period.dated))
            continue
        rows.append(chart_row(name, plays, period.dated))
        counted.append((name.replace("W0", "").replace("W", ""), plays))
        if is_whole(period, monday, sunday):
            whole.append(plays)
    along(page, "Week by week", "Week", "week", period.name, counted, period.dated, whole, rows)


def peaks(page, period, depth):
    heading = "Streaks and peaks"
    streak, pause = longest(period.streaks()), longest(period.pauses())
    page.fact(heading, "Longest streak", run_words(streak) if streak and streak[1] > streak[0] else "")
    if not period.name:
        last = period.streaks()[-1] if period.streaks() else None
        alive = last and last[1] >= period.account.today - timedelta(days=1)
        page.fact(heading, "Current streak", f"{words.count((last[1] - last[0]).days + 1)} {words.day(last[0])}" if alive else "")
    page.fact(heading, "Longest pause", run_words(pause) if pause and pause[1] > pause[0] and period.by_day else "")
    peak(page, heading, "Most active day", sorted(period.by_day.items()), words.day)
    if depth < 2:
        week = grouped(period.dated, lambda play: play.day.isocalendar()[:2])
        month = grouped(period.dated, lambda play: play.day.replace(day=1))
        peak(page, heading, "Most active week", sorted(week.items()), lambda week: f"{week[1]} {week[0]}")
        peak(page, heading, "Most active month", sorted(month.items()), lambda day: f"{MONTHS[day.month - 1][:3]} {day.year}")


def run_words(run):
    return f"{words.count((run[1] - run[0]).days + 1)} {words.span(*run)}"


def peak(page, heading, name, groups, words_of):
    if len(groups) < FEW:
        return page.fact(heading, name, "")
    key, plays = max(groups, key=lambda pair: size(pair[1]))
    page.fact(heading, name, f"{words_of(key)} {amount_of(plays)}")


def week_charts(page, heading, plays, with_times, time="", suffix="", place=None):
    """The hours of the week, where enough of them are known and told; and its days, where these are not the same."""
    timed = [play for play in plays if play.has_time] if with_times else []
    if len(timed) >= 20:
        hours(page, place or "Hours of the week", timed, time)
    if len({play.day for play in plays}) < 2 or len(plays) < 20 or len(timed) >= 20 and len(timed) * 2 >= len(plays):
        return
    groups = grouped(plays, lambda play: WEEKDAYS[play.day.weekday()])
    groups = [(name, groups.get(name, [])) for name in WEEKDAYS]
    along(page, place or heading, "Day", "weekday", time, [("", group) for _, group in groups], plays, [], [chart_row(*group) for group in groups])


def hours(page, heading, plays, time):
    account = page.report.account
    order = [(hour + account.rollover) % 24 for hour in range(24)]
    counts = [[0] * 24 for _ in WEEKDAYS]
    for play in plays:
        counts[play.day.weekday()][order.index(account.days.local(play.at).hour)] += 1
    both = [sum(column) for column in zip(*counts)]
    found = ""
    for length in range(1, 9):
        sums = [sum(both[(first + step) % 24] for step in range(length)) for first in range(24)]
        if max(sums) * 2 > len(plays):
            first = sums.index(max(sums))
            found = f"{order[first]:02} 00 {order[(first + length - 1) % 24]:02} 59"
            break
    page.sentence(heading, r"^\*\*.*\*\* · Plays by hour of the week", f"{found} {time}")
    page.sentence(heading, "with a known time", amount_of(plays))
    rows = [[name] + [str(count) if count else "" for count in row] + [words.count(sum(row))] for name, row in zip(WEEKDAYS, counts)]
    rows.append(["All"] + [words.count(count) if count else "" for count in both] + [words.count(len(plays))])
    page.table(heading, "Day", rows)


def kinds(page, period):
    rows = []
    for kind, name in KINDS.items():
        plays = period.of(kind)
        if plays:
            rows.append(chart_row(name, plays) + [words.count(len({play.title.link for play in plays}))])
    if len(rows) < 2:
        return
    total(page, "By kind", period)
    if page.draws("By kind", "Kind", period.plays):
        page.sentence("By kind", r"^\*\*.*\*\* · \w+ by kind", period.name)
        page.table("By kind", "Kind", rows, keyed=True)


def total(page, heading, period):
    time = words.length(period.time) if period.time else ""
    page.sentence(heading, r"^[\d,]+ .*of .*titles?", f"{time} {words.count(len(period.plays))} {words.count(len(period.titles))}")


def ranking(page, period):
    heading = "Most time" if page.has("Most time") else "Titles"
    ranked = period.ranked()
    if len(ranked) < FEW or len(period.plays) < 20:
        rows = [[f"[]{words.link(title)}", words.count(len(plays)), hours_of(plays)] for title, plays in ranked]
        return page.table(heading, "Title", rows[:10], keyed=len(ranked) < FEW)
    shown = ranked[:10]
    page.table(heading, "Title", [chart_row(f"[]{words.link(title)}", plays) for title, plays in shown])
    page.sentence(heading, r"^The first [\d,]+ of [\d,]+ titles", f"{len(shown)} {words.count(len(ranked))}")
    leading = [shown[index][0].name for index in standout(shown, [play for _, plays in shown for play in plays])]
    page.sentence(heading, r"^\*\*(.*)\*\* · \w+ by title", " ".join(leading))


def sitting_list(page, period, with_times):
    heading = "Binges"
    runs = period.sittings(with_times)
    runs.sort(key=lambda run: (run[0].day, run[0].place))
    if len(runs) >= FEW:
        runs.sort(key=lambda run: (-minutes(run), -len(run)))
    if runs:
        number = f"{words.count(len(runs))} {words.count(sum(map(len, runs)))}"
        page.sentence(heading, r"([\d,]+ (?:sittings?|times?)\b.*|[Oo]nce\b.*)", number)
    rows = [[f"[]{words.link(run[0].title)}", words.day(run[0].day), words.count(len(run)), hours_of(run)] for run in runs]
    page.table(heading, "Title", rows[:5] if len(rows) >= FEW else rows)


def lengths(page, period):
    known = [play for play in period.plays if play.minutes]
    rows = [[name, words.count(sum(low <= play.minutes < high for play in known))] for name, (low, high) in LENGTHS.items()]
    heading, groups = "How long they run", [(name, [play for play in known if low <= play.minutes < high]) for name, (low, high) in LENGTHS.items()]
    if page.has(heading) and page.draws(heading, "Length", known):
        shown = [bool(group) for _, group in groups]
        groups = groups[shown.index(True):len(shown) - shown[::-1].index(True)]
        found = " ".join(groups[index][0] for index in by_number(groups))
        page.sentence(heading, r"^\*\*.*\*\* · Plays by length", f"{found} {period.name}")
        page.table(heading, "Length", rows, keyed=True)
    if page.has("How long they run"):
        unknown = len(period.plays) - len(known)
        page.sentence("How long they run", "plays? .*by length", words.count(len(known)) + (f" {words.count(unknown)}" if unknown else ""))


def decades(page, period):
    dated = [play for play in period.plays if play.title.year]
    groups = grouped(dated, lambda play: play.title.year // 10 * 10)
    rows = [[f"{decade}s", words.count(len(plays)), words.count(len({p.title.link for p in plays})), hours_of(plays)]
            for decade in range(min(groups, default=0), max(groups, default=-1) + 1, 10) for plays in [groups.get(decade, [])]]
    if page.has("By decade of release") and page.draws("By decade of release", "Decade", dated):
        names = [(str(decade), groups.get(decade, [])) for decade in range(min(groups), max(groups) + 1, 10)]
        found = " ".join(names[index][0] for index in by_number(names))
        page.sentence("By decade of release", r"^\*\*.*\*\* · Plays by", f"{found} {period.name}")
        page.table("By decade of release", "Decade", rows, keyed=True)
    unknown = len(period.titles) - len({play.title.link for play in dated})
    if page.has("By decade of release"):
        text = f"{words.count(len(dated))} {words.count(len(period.titles) - unknown)}" + (f" {unknown}" if unknown else "")
        page.sentence("By decade of release", r"^[\d,]+ plays?", text if dated else "")


def by_number(groups):
    """What stands out by the number of plays."""
    sizes = [len(group) for _, group in groups]
    active = [index for index, number in enumerate(sizes) if number]
    leading = [index for index in active if sizes[index] * 10 > max(sizes) * 9]
    return leading if len(active) > 1 and len(leading) <= 3 and len(leading) * 2 <= len(sizes) else []


def completion(page, period):
    heading = "Finished or dropped"
    shows = [title for title in period.account.titles.values() if not title.is_film]
    if period.name:
        chosen = [title for title in shows if (day := begun(title)) and period.first <= day <= period.last]
    else:
        chosen = [title for title in shows if title.plays]
    rows = []
    for kind in ("tv", "anime"):
        group = [title for title in chosen if title.kind == kind]
        if group:
            done, dropped = (sum(title.status == status for title in group) for status in ("completed", "dropped"))
            rows.append([KINDS[kind]] + [words.count(number) for number in (len(group), done, dropped, len(group) - done - dropped)])
    page.table(heading, "Kind", rows, keyed=True)
    done, dropped = (sum(title.status == status for title in chosen) for status in ("completed", "dropped"))
    text = f"{words.count(len(chosen))} {period.name}"
    if len(chosen) >= FEW:
        text += f" {words.share(done, len(chosen))} {words.share(dropped, len(chosen))}"
    if period.name:
        doubtful = [title for title in shows if begun_doubtful(title, period)]
        text += f" {len(doubtful)}" if doubtful else ""
    if chosen:
        page.sentence(heading, "shows? begun", text)


def shelf(page, period, account):
    heading, suffix = "Time on my watchlist", f" in {period.name}" if period.name else ""
    for name, moment in (("begun", begun), ("finished", finished)):
        waits = []
        for title in account.titles.values():
            added, day = account.added_day(title), moment(title)
            if added and day and first_day(title) >= added and period.first <= day <= period.last:
                waits.append((day - added).days)
        text = ""
        if len(waits) >= FEW:
            text = " ".join(words.count(int(words.rounded(value))) for value in (words.median(waits), words.mean(waits), len(waits)))
        page.fact(heading, f"Until {name}{suffix}", text)
    early = sum(1 for title in account.titles.values() if (added := account.added_day(title)) and (day := begun(title)) and day < added
                and period.first <= day <= period.last)
    if page.has(heading):
        page.fact(heading, "Watched before they were listed", words.count(early) if early else "")


def first_day(title):
    """The first that something of it was watched or marked on."""
    return min(play.day for play in title.plays if play.day and not play.again)


def waiting(page, account):
    titles = [(account.added_day(title), title.link, title) for title in account.titles.values()
              if title.status == "plan" and not title.plays and account.added_day(title)]
    for day, _, title in sorted(titles, key=lambda row: row[:2])[:5]:
        page.sentence("Waiting the longest", "^- ", f"[]{words.link(title)} {words.day(day)}")


OPEN = {"watching": "Watching", "plan": "Plan to watch", "on-hold": "On hold"}


def backlog(page, account):
    """What has aired and was not watched, at the pace of the last 90 days."""
    since = account.data_day - timedelta(days=89)
    pace = minutes([play for play in account.plays if play.is_believed and since <= play.day <= account.data_day])
    if pace and page.has("What is left"):
        a_day = words.length(Fraction(pace, 90))
        page.sentence("What is left", "90 days", f"90 {words.long_day(account.data_day)} {words.length(pace)} {a_day}")
    lists = [(status, list_left([title for title in account.titles.values() if title.status == status])) for status in OPEN]
    for status, (left, estimated, titles, unknown) in lists:
        text = f"{words.length(left)} {words.count(titles)} {left_share(left, estimated)}"
        if pace and status != "on-hold":
            days = -(-left * 90 // pace)
            text += f" {words.count(days)} {words.day(account.calendar_day + timedelta(days=days))}" if days < 36525 else " 100"
        page.fact("What is left", OPEN[status], f"{text} {unknown or ''}" if titles else str(unknown or ""))
    left, estimated, titles, unknown = map(sum, zip(*(numbers for _, numbers in lists)))
    if sum(numbers[0] > 0 for _, numbers in lists) > 1:
        text = f"{words.length(left)} {words.count(titles)} {left_share(left, estimated)} {unknown or ''}"
        page.fact("What is left", "Together", text)


def list_left(titles):
    """Minutes left, how many of them are those of ordinary episodes, of how many titles, and how many have no known length."""
    left, estimated, known, unknown = 0, 0, 0, 0
    for title in titles:
        number, own = left_of(title)
        others = number - len(own)
        if others and not title.runtime:
            unknown += 1
        elif number:
            left, estimated, known = left + sum(own) + others * (title.runtime or 0), estimated + others * (title.runtime or 0), known + 1
    return left, estimated, known, unknown


def left_share(left, estimated):
    """Where all of it is estimated, that is a word."""
    return words.share(estimated, left) if 0 < estimated < left else ""


def left_of(title):
    """How many episodes, and the lengths of those that are known to be left and have one of their own."""
    if title.is_film:
        is_left = not title.plays and title.details.get("status") != "tba"
        return (1, [title.runtime] if title.runtime else []) if is_left else (0, [])
    item = title.item
    aired = (item.get("total_episodes_count") or 0) - (item.get("not_aired_episodes_count") or 0)
    watched = sum(not play.again and play.season != 0 for play in title.plays)
    left = max(0, aired - watched)
    seen = {(play.season, play.number) for play in title.plays}
    rows = {(1 if title.kind == "anime" else row.get("season"), row.get("episode")): row for row in title.episodes}
    listed = [row.get("runtime") for place, row in rows.items()
              if row.get("aired") and place[0] != 0 and place[1] is not None and place not in seen]
    return left, [length for length in listed if length] if len(listed) <= left else []


def stand_on(page, period):
    ledger(page, "What these numbers stand on", period.plays, True)
    time = period.time
    estimated = minutes([play for play in period.plays if not play.is_own_length])
    unknown = sum(not play.minutes for play in period.plays)
    text = (words.share(estimated, time) if time and estimated else "") + (f" {words.count(unknown)}" if unknown else "")
    page.sentence("What these numbers stand on", "^Days are counted", text)


def ledger(page, heading, plays, with_hours):
    rows = []
    for kind, name in LEDGER.items():
        group = [play for play in plays if play.date_kind == kind]
        if group:
            rows.append([name, words.count(len(group)), words.share(len(group), len(plays))] + ([hours_of(group)] if with_hours else []))
    page.table(heading, "Date", rows, keyed=True)
