"""The diary: years, months, and each day with its plays."""
import re
import words
from account import MARKED
from dates import MONTHS, WEEKDAYS, each_day
from page import Page
from period import grouped, minutes, month_of, year_of
from statistics_pages import figure, month_chart

# So many pictures has a day.
MOST = 3
BOLD = r" · \*\*[^★*][^*]*\*\*"


def compare(report, site, account, with_times):
    believed = [play for play in account.plays if play.is_believed]
    shown = [play for play in account.plays if play.is_believed or play.date_kind == MARKED]
    page = Page(report, "diary", site, "diary")
    page.sentence("Diary", "day by day", amount(believed))
    years = grouped(shown, lambda play: play.day.year)
    for year in years:
        page.sentence(str(year), "plays?", amount(year_of(account, year).plays))
        for month in range(1, 13):
            plays = month_of(account, year, month).plays
            marked = any(play.day.month == month for play in years[year])
            page.fact(str(year), MONTHS[month - 1], amount(plays) if plays else "(marked)" if marked else "")
        year_page(report, site, account, year, shown)
    memories(page, account, believed)
    undated(page, account)


def memories(page, account, believed):
    """What was watched on this day of the calendar in the years before."""
    today = account.calendar_day
    for year in range(min((play.day.year for play in believed), default=today.year), today.year):
        plays = [play for play in believed if (play.day.year, play.day.month, play.day.day) == (year, today.month, today.day)]
        ago = today.year - year
        heading = "A year ago" if ago == 1 else f"{ago} years ago"
        page.sentence(heading, "plays?", f"{today.day} {MONTHS[today.month - 1]} {year} {amount(plays)}" if plays else "")
        if plays:
            lines_of(page, account, plays[0].day, plays, heading)


def amount(plays):
    if not plays:
        return ""
    return words.count(len(plays)) + (f" {words.length(minutes(plays))}" if minutes(plays) else "")


def undated(page, account):
    """Plays that are on no day, and not marked on one either."""
    plays = [play for play in account.plays if not play.day]
    page.sentence(None, "whose day nobody knows|day is not known", amount(plays))


def year_page(report, site, account, year, shown):
    page = Page(report, "diary", site, f"diary/{year}")
    period = year_of(account, year)
    top = page.lines[0].heading if page.lines else ""
    for month in range(1, 13):
        plays = month_of(account, year, month).plays
        page.fact(top, MONTHS[month - 1], amount(plays) if plays else "(none)")
    chart = "Hours by month" if page.has("Hours by month") else "Month by month"
    month_chart(page, chart, period, period.dated)
    page.trail(chart, period, {play.day for play in shown})
    page.trail(top, period, {play.day for play in shown})
    undated(page, account)
    for month in sorted({play.day.month for play in shown if play.day.year == year}):
        month_page(report, site, account, year, month, shown)


def month_page(report, site, account, year, month, shown):
    page = Page(report, "diary", site, f"diary/{year}/{month:02}")
    period = month_of(account, year, month)
    top = f"{MONTHS[month - 1]} {year}"
    watched = f"{amount(period.plays)} {len(period.by_day)}" if period.plays else "(none)"
    page.sentence(top, r"^(.*?plays?, .*?on [\d,]+ days?|Nothing but what was marked)", watched)
    page.trail(top, period, {play.day for play in shown})
    days = grouped([play for play in shown if (play.day.year, play.day.month) == (year, month)], lambda play: play.day)
    weeks(page, period, days)
    for day, plays in days.items():
        day_of(page, account, day, plays)
    for line in page.lines:
        if line.text.startswith("[← ") or "→]" in line.text:
            page.trail(line.heading, period, {play.day for play in shown})
    undated(page, account)


def weeks(page, period, days):
    """The month as a calendar, and how much was watched in each of its weeks, as far as they lie in it."""
    rows = {}
    for day in each_day(period.first, period.last):
        rows.setdefault(day.isocalendar().week, []).append(day)
    lines = [line for line in page.lines if line.table == "Mon" and line.text]
    if len(lines) != len(rows):
        page.missing(period.name, f"{len(rows)} weeks instead of {len(lines)}")
    for line, (week, its) in zip(lines, rows.items()):
        plays = [play for day in its for play in period.by_day.get(day, [])]
        cells = [""] * its[0].weekday() + [square(day, days) for day in its] + [""] * (6 - its[-1].weekday())
        posters = [f"{cell} {cell.count('[![') or ''}" for cell in line.cells]
        page.row(line, cells + [figure(plays) if plays else ""], posters)
        if any(day in days for day in its):
            span = " ".join(str(day.day) for day in sorted({its[0], its[-1]}))
            page.sentence(f"Week {week}", "^[0-9]", f"{span} {MONTHS[period.first.month - 1]} {amount(plays)}")


def square(day, days):
    """A day's number, how many of its titles have no picture here, and how many have."""
    number = len({play.title for play in days.get(day, [])})
    return str(day.day) + (f" +{number - MOST}" if number > MOST else "") + (f" {min(number, MOST)}" if number else "")


def entries(plays):
    """A day's lines: the plays of each title, those once more and those marked apart."""
    return grouped(plays, lambda play: (play.title.link, play.again, play.date_kind == MARKED))


def day_of(page, account, day, plays):
    heading = f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    page.sentence(heading, "^[0-9,]+ plays?", amount([play for play in plays if play.is_believed]))
    lines_of(page, account, day, plays, heading)


def lines_of(page, account, day, plays, heading):
    lines = entries(plays)
    for line in [line for line in page.of(heading) if line.text.startswith("- ")]:
        match = re.search(r"\((?:[^()\s]*/)?(tv|anime|movies)/(\d+)-", line.text)
        key = (f"{match[1]}/{match[2]}", "(again)" in line.text, "(marked)" in line.text)
        group = lines.pop(key, [])
        if not group:
            page.compare(line, "(no such plays)")
            continue
        title = group[0].title
        computed = f"[]{words.link(title)} {codes(group, len(group) <= 5)}"
        if not key[2] and minutes(group):
            computed += f" {words.length(minutes(group))}"
        if account.rating_day(title) == day and ("★" in line.text or not any(other[0] == key[0] for other in lines)):
            computed += f" {account.rating(title)}"
        is_timed = page.report.with_times and all(play.has_time for play in group) and not key[2]
        computed += f" {clock(account, group)}" if is_timed else f" {day.day} {MONTHS[day.month - 1]}"
        # Behind the moment stands a note; what else is special is bold.
        entry, _, when = line.text.partition(" · [")
        bold = " ".join(re.findall(BOLD, entry))
        page.compare(line, f"{computed} {special(page, account, group, bold)}", f"{re.sub(BOLD, '', entry)} {when.partition(']')[0]} {bold}")
    for key, group in lines.items():
        page.missing(heading, f"{key} {codes(group)}")


def special(page, account, plays, bold):
    """The numbers of what is bold that are true of a line: the season of a play in it, and which of all episodes or films one is."""
    if "counted" not in account.__dict__:
        order = lambda play: play.order if page.report.with_times else (play.day, play.place)
        account.counted = grouped(sorted((play for play in account.plays if play.is_believed), key=order),
                                  lambda play: "film" if play.title.is_film else "episode")
    true = []
    for season, number, kind in re.findall(r"season (\d+)|([\d,]+)th (episode|film) here", bold):
        place = int(number.replace(",", "") or 0)
        if any(str(play.season) == season for play in plays) or any(play in plays for play in account.counted[kind][place - 1:place]):
            true.append(season or number)
    return " ".join(true)


def clock(account, plays):
    """From the first mark to the last."""
    times = [account.days.local(moment) for moment in sorted(play.at for play in plays)]
    first, last = (f"{time:%H:%M}" for time in (times[0], times[-1]))
    return first if first == last else f"{first} {last}"


def codes(plays, with_names=True):
    """Episodes in order, those in a row as from and to: `S01E01–E03, E05`; but one by one where names are told."""
    if plays[0].title.is_film:
        return ""
    anime, named = plays[0].title.kind == "anime", plays[0].title.named_episodes if with_names else set()
    runs = []
    for season, number in sorted({(play.season or 0, play.number or 0) for play in plays}):
        if runs and runs[-1][0] == season and runs[-1][2] == number - 1 and not named & {(season, number), (season, number - 1)}:
            runs[-1][2] = number
        else:
            runs.append([season, number, number])
    return ", ".join(code(season, first, anime) + (f"–E{last:02}" if last != first else "") for season, first, last in runs)


def code(season, number, anime):
    return f"E{number:02}" if anime and season == 1 else f"S{season:02}E{number:02}"
