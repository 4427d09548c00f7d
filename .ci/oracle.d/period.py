"""What was watched in a time, and what it comes to."""
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from account import Account
from dates import MONTHS, month_end

FEW = 5


def minutes(plays):
    return sum(play.minutes or 0 for play in plays)


def grouped(plays, key):
    result = defaultdict(list)
    for play in plays:
        result[key(play)].append(play)
    return result


@dataclass(eq=False)
class Period:
    """A year, a month, or all time: its days are those that the data tells of."""
    account: Account
    first: date
    last: date
    name: str = ""

    def __post_init__(self):
        self.end = min(self.last, self.account.data_day)
        self.dated = [play for play in self.account.plays if play.is_believed and self.first <= play.day <= self.last]
        self.plays = self.dated if self.name else self.account.plays
        self.by_day = grouped(self.dated, lambda play: play.day)
        self.titles = list({play.title.link: play.title for play in self.plays}.values())

    @property
    def episodes(self):
        return [play for play in self.plays if not play.title.is_film]

    @property
    def films(self):
        return [play for play in self.plays if play.title.is_film]

    @property
    def time(self):
        """Minutes; nothing where no length is known."""
        return minutes(self.plays) if any(play.minutes for play in self.plays) else None

    def of(self, kind):
        return [play for play in self.plays if play.title.kind == kind]

    def day_lengths(self):
        """Of the days with a play whose plays have known lengths."""
        return [minutes(plays) for plays in self.by_day.values() if all(play.minutes for play in plays)]

    def streaks(self):
        days, runs = sorted(self.by_day), []
        for day in days:
            if runs and day - runs[-1][1] == timedelta(days=1):
                runs[-1][1] = day
            else:
                runs.append([day, day])
        return runs

    def pauses(self):
        """Between the period's first and last day, but not before the account's first play."""
        runs, start = [], max(self.first, self.account.first_day or self.first)
        for first, last in self.streaks():
            if first > start:
                runs.append([start, first - timedelta(days=1)])
            start = last + timedelta(days=1)
        if start <= self.end:
            runs.append([start, self.end])
        return runs

    def ranked(self):
        """Titles by time, then by plays, then by kind and id."""
        plays = grouped(self.plays, lambda play: play.title)
        return sorted(plays.items(), key=lambda pair: (-minutes(pair[1]), -len(pair[1]), ["tv", "anime", "movies"].index(pair[0].kind), pair[0].id))

    def sittings(self, with_times):
        """Three or more episodes of one title, begun no later than 45 minutes after the end of the one before; or on one day."""
        return [run for run in sittings(self.account, with_times) if self.first <= run[0].day <= self.last]


def longest(runs):
    """The first of the longest."""
    return max(runs, key=lambda run: (run[1] - run[0], -run[0].toordinal()), default=None)


def sittings(account, with_times):
    cache = account.__dict__.setdefault("sittings", {})
    if with_times not in cache:
        cache[with_times] = list(find_sittings(account, with_times))
    return cache[with_times]


def find_sittings(account, with_times):
    for title in account.titles.values():
        if title.is_film:
            continue
        plays = sorted((p for p in title.plays if p.is_believed and (not with_times or p.has_time)), key=lambda play: play.order)
        run = []
        for play in plays:
            if run and not follows(run[-1], play, with_times):
                if len(run) >= 3:
                    yield run
                run = []
            run.append(play)
        if len(run) >= 3:
            yield run


def follows(before, play, with_times):
    if not with_times:
        return before.day == play.day
    # A play's time counts as its beginning.
    return play.at - before.at - timedelta(minutes=before.minutes or 0) <= timedelta(minutes=45)


def year_of(account, year):
    return Period(account, date(year, 1, 1), date(year, 12, 31), str(year))


def month_of(account, year, month):
    return Period(account, date(year, month, 1), month_end(year, month), f"{MONTHS[month - 1]} {year}")


def all_time(account):
    days = [play.day for play in account.plays if play.is_believed]
    first = min(days, default=account.data_day)
    return Period(account, first, max(days + [account.data_day]))


def begun(title):
    """The day of the first play; nothing where the day of any is not known, since that may have been before."""
    first = [play for play in title.plays if not play.again]
    if not first or not all(play.is_believed for play in first):
        return None
    return min(play.day for play in first)


def begun_doubtful(title, period):
    """Whether the first play that has a day is in the period, and an earlier one may have none."""
    days = [play.day for play in title.plays if play.is_believed]
    return bool(days) and period.first <= min(days) <= period.last and begun(title) is None


def finished(title):
    """The day of the last play, or mark, of a title that is completed; a film is finished when it was watched."""
    if title.status != "completed" and (not title.is_film or title.status == "dropped"):
        return None
    plays = [play for play in title.plays if not play.again]
    if not plays or any(play.day is None for play in plays):
        return None
    return max(play.day for play in plays)
