"""The titles and plays of a data folder, with what the About page's rules say of each play's date."""
import json, os, re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from dates import Days, instant, release

KINDS = {"shows": "tv", "anime": "anime", "movies": "movies"}
OWN, ENTERED, MARKED, STAMPED, YEAR, UNDATED, UNRECORDED = "own entered marked stamped year undated unrecorded".split()
LONGEST_UNKNOWN = timedelta(minutes=20)


@dataclass(eq=False)
class Play:
    title: "Title"
    season: int = None
    number: int = None
    again: bool = False
    at: datetime = None
    minutes: int = None
    is_own_length: bool = False
    date_kind: str = UNDATED
    dated: date = None
    day: date = None
    has_time: bool = False
    year_alone: int = None

    @property
    def is_believed(self):
        return self.date_kind in (OWN, ENTERED)

    @property
    def order(self):
        """In a day: what has a time by it, and then the rest."""
        return (self.day, not self.has_time, self.at or datetime.max.replace(tzinfo=timezone.utc), self.place)

    @property
    def place(self):
        return (list(KINDS.values()).index(self.title.kind), self.title.id, self.season or 0, self.number or 0, self.again)


@dataclass(eq=False)
class Title:
    id: int
    kind: str
    item: dict
    media: dict
    details: dict
    episodes: list
    plays: list = field(default_factory=list)
    airings: dict = field(default_factory=dict)
    named_episodes: set = field(default_factory=set)

    @property
    def name(self):
        return self.media.get("title") or ""

    @property
    def year(self):
        return self.media.get("year") or self.details.get("year")

    @property
    def is_film(self):
        """An anime that Simkl calls a film is one, unless it has parts."""
        parts = self.item.get("total_episodes_count")
        if parts is None:
            parts = self.details.get("total_episodes")
        return self.kind == "movies" or (self.item.get("anime_type") or "").lower() == "movie" and (parts is None or parts <= 1)

    @property
    def runtime(self):
        return self.media.get("runtime") or self.details.get("runtime") or None

    @property
    def link(self):
        return f"{self.kind}/{self.id}"

    @property
    def status(self):
        status = self.item.get("status")
        return {"plantowatch": "plan", "hold": "on-hold", "notinteresting": "dropped"}.get(status, status)


class Account:
    def __init__(self, folder, zone, rollover, now):
        self.folder, self.days, self.now = folder, Days(zone, rollover), now
        self.zone, self.rollover = zone, rollover
        self.activities = self.read("activities.json") or {}
        self.made = min(instant(self.activities.get("all")) or now, now)
        self.latest = self.made + timedelta(days=1)
        self.titles = {}
        self.rewatches = defaultdict(list)
        self.read_library()
        self.read_ratings()
        for title in self.titles.values():
            self.read_airings(title)
            self.read_plays(title)
        self.drop_same_viewings()
        self.plays = [play for title in self.titles.values() for play in title.plays]
        judge(self)
        self.first_day = min((play.day for play in self.plays if play.is_believed), default=None)
        self.data_day = self.last_day()

    def read(self, path):
        try:
            return json.load(open(os.path.join(self.folder, path), encoding="utf-8"))
        except FileNotFoundError:
            return None

    # The library

    def read_library(self):
        library = self.read("all-items.json") or {}
        for bucket, kind in KINDS.items():
            for item in library.get(bucket) or []:
                media = item.get("show") or item.get("movie") or item.get("anime")
                number = media["ids"].get("simkl") or media["ids"].get("simkl_id")
                if item.get("is_rewatch"):
                    self.rewatches[kind, number].append(item)
                elif (kind, number) not in self.titles:
                    details = self.read(f"titles/{kind}/{number}.json") or {}
                    episodes = self.read(f"episodes/{kind}/{number}.json") or []
                    self.titles[kind, number] = Title(number, kind, item, media, details, episodes)

    def read_ratings(self):
        for bucket, kind in KINDS.items():
            for item in (self.read("ratings.json") or {}).get(bucket) or []:
                media = item.get("show") or item.get("movie") or item.get("anime")
                title = self.titles.get((kind, media["ids"].get("simkl")))
                if title:
                    title.item = {**title.item, **{key: item.get(key) for key in ("user_rating", "user_rated_at")}}

    def read_airings(self, title):
        """Days and instants of airings by season and number; an anime has one season."""
        for row in title.episodes:
            if row.get("type") == "special" or row.get("episode") is None:
                continue
            season = 1 if title.kind == "anime" else row.get("season")
            title.airings[season, row["episode"]] = release(row.get("date"))
            if row.get("title") and not re.fullmatch(r"Episode \d+|TBA", row["title"]):
                title.named_episodes.add((season, row["episode"]))

    def read_plays(self, title):
        if title.is_film:
            return self.read_film(title)
        self.read_seasons(title, title.item, False)
        self.read_last(title)
        # Simkl's count is of regular episodes.
        recorded = sum(1 for play in title.plays if play.season)
        for _ in range((title.item.get("watched_episodes_count") or 0) - recorded):
            title.plays.append(self.play(title, date_kind=UNRECORDED))
        for rewatch in self.rewatches[title.kind, title.id]:
            self.read_seasons(title, rewatch, True)

    def read_film(self, title):
        item = title.item
        episodes = [episode for season in item.get("seasons") or [] for episode in season["episodes"]]
        moment = instant(item.get("last_watched_at")) or next(filter(None, (instant(e.get("watched_at")) for e in episodes)), None)
        if title.status == "completed" or moment or episodes or item.get("watched_episodes_count"):
            title.plays.append(self.play(title, at=moment, is_own_length=True))
        for rewatch in self.rewatches[title.kind, title.id]:
            title.plays.append(self.play(title, at=instant(rewatch.get("last_watched_at")), again=True, is_own_length=True))

    def read_seasons(self, title, item, again):
        for season in item.get("seasons") or []:
            for episode in season["episodes"]:
                title.plays.append(self.play(title, season["number"], episode["number"], again, instant(episode.get("watched_at")),
                                             own=episode.get("runtime")))

    def read_last(self, title):
        """The last episode and its time are a play where no episode is recorded."""
        last = title.item.get("last_watched")
        if title.plays or not last:
            return
        season, _, number = last.rpartition("E")
        title.plays.append(self.play(title, int(season[1:]) if season else 1, int(number), at=instant(title.item.get("last_watched_at"))))

    def play(self, title, season=None, number=None, again=False, at=None, own=None, is_own_length=False, date_kind=UNDATED):
        minutes = own or title.runtime
        return Play(title, season, number, again, at, minutes, bool(own) or is_own_length, date_kind)

    def drop_same_viewings(self):
        """A rewatch that begins before an earlier watching could have ended is that watching."""
        for title in self.titles.values():
            kept = []
            for play in sorted(title.plays, key=lambda play: play.again):
                length = timedelta(minutes=play.minutes or 20)
                same = play.again and play.at and any(
                    (other.season, other.number) == (play.season, play.number) and other.at and abs(play.at - other.at) < length
                    for other in kept)
                if not same:
                    kept.append(play)
            title.plays = kept

    # Moments

    def believable(self, moment):
        return moment is not None and moment.year >= 2000 and moment <= self.latest

    def own_day(self, moment):
        """The day of a rating or of an addition."""
        if not self.believable(moment):
            return None
        if is_midnight_utc(moment) or self.days.is_midnight(moment):
            return moment.date() if is_midnight_utc(moment) else self.days.local(moment).date()
        return self.days.day(moment)

    def last_day(self):
        """The last day on which something was watched, rated or listed, but never later than now."""
        days = [play.day for play in self.plays if play.day]
        for title in self.titles.values():
            keys = ["added_to_watchlist_at", "user_rated_at"]
            days += filter(None, (self.own_day(instant(title.item.get(key))) for key in keys))
        return min(max(days), self.today) if days else None

    @property
    def today(self):
        return self.days.day(self.now)

    @property
    def calendar_day(self):
        """Today on the wall: what airs is told by it, whenever days of watching end."""
        return self.days.local(self.now).date()

    def rating(self, title):
        return title.item.get("user_rating")

    def rating_day(self, title):
        return self.own_day(instant(title.item.get("user_rated_at"))) if self.rating(title) else None

    def added_day(self, title):
        return self.own_day(instant(title.item.get("added_to_watchlist_at")))


def is_midnight_utc(moment):
    return (moment.hour, moment.minute, moment.second) == (0, 0, 0)


def is_noon_utc(moment):
    return (moment.hour, moment.minute, moment.second) == (12, 0, 0)


def judge(account):
    """The About page's rules, in its order."""
    plays = [play for play in account.plays if account.believable(play.at)]
    noons = sum(is_noon_utc(play.at) and not account.days.is_midnight(play.at) for play in plays)
    for play in plays:
        play.date_kind, play.has_time = OWN, True
        if account.days.is_midnight(play.at) and not is_midnight_utc(play.at):
            play.date_kind, play.has_time, play.day = ENTERED, False, account.days.local(play.at).date()
        elif is_midnight_utc(play.at) or (noons >= 5 and is_noon_utc(play.at)):
            play.date_kind, play.has_time, play.day = ENTERED, False, play.at.date()
        else:
            play.day = account.days.day(play.at)
        play.dated = play.day
        if is_stamped(play):
            play.date_kind, play.day = STAMPED, None
    judge_years(plays)
    judge_marks(plays)


def is_stamped(play):
    title = play.title
    if title.is_film:
        return not play.has_time and play.day in released_days(title)
    day, moment = title.airings.get((play.season, play.number), (None, None))
    return play.at == moment if play.has_time else day is not None and play.day == day


def released_days(title):
    texts = [title.details.get("released")]
    for country in title.details.get("release_dates") or []:
        texts += [row.get("release_date") for row in country.get("results") or []]
    if title.kind == "anime":
        texts.append(title.details.get("first_aired"))
    return {release(text)[0] for text in texts if text}


def judge_years(plays):
    """Of three or more plays without a time on one 1 January, only the year is known."""
    firsts = defaultdict(list)
    for play in plays:
        if play.date_kind == ENTERED and (play.day.month, play.day.day) == (1, 1):
            firsts[play.day].append(play)
    for day, group in firsts.items():
        if len(group) >= 3:
            for play in group:
                play.date_kind, play.day, play.year_alone = YEAR, None, day.year


def judge_marks(plays):
    def length(play):
        return timedelta(minutes=play.minutes) if play.minutes else LONGEST_UNKNOWN

    timed = sorted((play for play in plays if play.date_kind == OWN), key=lambda play: play.at)
    marked = set()
    for three in zip(timed, timed[1:], timed[2:]):
        if three[2].at - three[0].at < sum(map(length, three), timedelta()) / 4:
            marked.update(play.at for play in three)
    for play in timed:
        if play.at in marked:
            play.date_kind = MARKED
    entered = [play for play in plays if play.date_kind == ENTERED]
    episodes = Counter((play.title.link, play.day) for play in entered if not play.title.is_film)
    taken = Counter()
    for play in entered:
        taken[play.day] += length(play) / timedelta(minutes=1)
    for play in entered:
        if episodes[play.title.link, play.day] >= 3 or taken[play.day] > 24 * 60:
            play.date_kind = MARKED
