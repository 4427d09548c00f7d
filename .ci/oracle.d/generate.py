"""An account made at random: every kind of date that the About page tells of, unknown lengths, rewatches, ratings, airings.

Usage: python3 generate.py FOLDER SEED ZONE TITLES
"""
import json, os, random, sys
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

NOW = datetime(2026, 11, 20, 12, tzinfo=timezone.utc)
STATUSES = ["completed"] * 5 + ["watching"] * 3 + ["hold", "dropped", "plantowatch", "plantowatch"]


def iso(moment):
    return moment and moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


class Maker:
    def __init__(self, seed, zone):
        self.random, self.zone, self.number = random.Random(seed), ZoneInfo(zone), 1000
        self.library = {"shows": [], "anime": [], "movies": []}
        self.files = {}

    def chance(self, share):
        return self.random.random() < share

    def moment(self, since=2015):
        """A time of the day at which people watch, on any day."""
        start = datetime(since, 1, 1, tzinfo=timezone.utc)
        day = start + timedelta(days=self.random.randrange((NOW - start).days))
        local = datetime(day.year, day.month, day.day, tzinfo=self.zone) + timedelta(minutes=self.random.randrange(15 * 60, 27 * 60))
        return min(local.astimezone(timezone.utc) + timedelta(seconds=self.random.randrange(60)), NOW - timedelta(hours=1))

    def media(self, kind, length):
        self.number += self.random.randrange(1, 9)
        name = f"{kind.capitalize()} {self.number}"
        year = self.random.choice([None] + list(range(1964, 2027))) if self.chance(0.1) else self.random.randrange(1995, 2024)
        media = {"title": name, "poster": None, "year": year, "ids": {"simkl": self.number, "slug": name.lower().replace(" ", "-")}}
        if not self.chance(0.06):
            media["runtime"] = length
        return media

    def item(self, media, status, **more):
        added = self.moment() if self.chance(0.9) else None
        rating = self.random.randrange(1, 11) if self.chance(0.4) and status != "plantowatch" else None
        return {"added_to_watchlist_at": iso(added), "last_watched_at": None, "user_rated_at": iso(self.moment(2019)) if rating else None,
                "user_rating": rating, "status": status, **more, "movie" if "movie" in media else "show": media.get("movie", media)}

    # Shows and anime

    def times(self, count, length, airings):
        """When episodes in a row were watched, by one of the habits that accounts show."""
        habit = self.random.choice(["evenings"] * 6 + ["unknown", "marked", "seconds", "entered", "local midnight", "stamped", "air days",
                                                       "1970", "mixed"])
        first = self.moment()
        if habit == "unknown":
            return [None] * count
        if habit == "marked":
            return [first] * count
        if habit == "seconds":
            return [first + timedelta(seconds=number * self.random.randrange(1, 90)) for number in range(count)]
        if habit == "1970":
            return [datetime(1970, 1, 1, 0, 0, 1, tzinfo=timezone.utc)] * count
        if habit in ("entered", "local midnight"):
            zone = timezone.utc if habit == "entered" else self.zone
            days = [first.date() + timedelta(days=number // self.random.choice([1, 2, 2, 5])) for number in range(count)]
            return [datetime(day.year, day.month, day.day, tzinfo=zone) if day < NOW.date() else None for day in days]
        if habit == "stamped" and airings:
            return [airings[number] for number in range(count)]
        if habit == "air days" and airings:
            return [datetime(airing.year, airing.month, airing.day, tzinfo=timezone.utc) for airing in airings[:count]]
        result, moment = [], first
        for _ in range(count):
            if habit == "mixed" and self.chance(0.3):
                result.append(None)
                continue
            result.append(moment)
            gap = timedelta(minutes=length + self.random.randrange(0, 60)) if self.chance(0.6) else timedelta(hours=self.random.randrange(10, 200))
            moment = moment + gap
            if moment > NOW:
                break
        return result + [None] * (count - len(result))

    def show(self, bucket):
        kind = "anime" if bucket == "anime" else "tv"
        length = self.random.choice([7, 22, 24, 43, 45, 60, 65])
        media, status = self.media(kind, length), self.random.choice(STATUSES)
        seasons = [self.random.randrange(3, 25) for _ in range(1 if kind == "anime" else self.random.randrange(1, 5))]
        if kind == "anime" and self.chance(0.1):
            seasons = [self.random.randrange(110, 260)]
        total = sum(seasons)
        watched = total if status == "completed" else 0 if status == "plantowatch" else self.random.randrange(1, total + 1)
        codes = [(season + 1, number + 1) for season, size in enumerate(seasons) for number in range(size)]
        airings = self.episodes(kind, media["ids"]["simkl"], codes) if self.chance(0.4) else []
        moments = self.times(watched, length, airings)
        item = self.item(media, status, watched_episodes_count=watched, total_episodes_count=total, not_aired_episodes_count=0)
        if kind == "anime":
            # What Simkl calls a film may have parts.
            item["anime_type"] = "movie" if total < 12 and self.chance(0.4) else "tv"
        recorded = not (status == "completed" and self.chance(0.08))
        own = self.chance(0.3)
        if watched and recorded:
            item["seasons"] = self.seasons(codes, moments, length if own else None, kind == "tv")
        known = [moment for moment in moments if moment]
        item["last_watched_at"] = iso(max(known)) if known else None
        item["last_watched"] = None
        following = codes[watched] if watched < total else None
        item["next_to_watch"] = following and (f"E{following[1]:02}" if kind == "anime" else f"S{following[0]:02}E{following[1]:02}")
        self.library[bucket].append(item)
        if status == "completed" and recorded and self.chance(0.15):
            self.rewatch(bucket, item, codes, moments, length)
        if status in ("watching", "plantowatch") and self.chance(0.5):
            self.announce(kind, media, seasons)

    def seasons(self, codes, moments, own, with_specials):
        result = {}
        for (season, number), moment in zip(codes, moments):
            episode = {"number": number} | ({"watched_at": iso(moment)} if moment else {})
            if own and self.chance(0.8):
                episode["runtime"] = own + self.random.randrange(-3, 9)
            result.setdefault(season, []).append(episode)
        if with_specials and self.chance(0.1):
            result[0] = [{"number": 1, "watched_at": iso(self.moment())}]
        return [{"number": season, "episodes": episodes} for season, episodes in sorted(result.items())]

    def rewatch(self, bucket, item, codes, moments, length):
        count = self.random.randrange(1, len(codes) + 1)
        start = max([self.moment(2024)] + [moment for moment in moments if moment]) + timedelta(hours=1)
        if self.chance(0.2) and moments[0]:
            # The same viewing once more, seconds later.
            again = [moment and moment + timedelta(seconds=9) for moment in moments[:count]]
        else:
            again = [start + timedelta(minutes=number * (length + 9)) for number in range(count)]
            again = [moment if moment < NOW else None for moment in again]
        self.library[bucket].append(item | {"is_rewatch": True, "rewatch_id": self.number, "rewatch_status": "closed",
                                            "seasons": self.seasons(codes, again, None, False)})

    def episodes(self, kind, number, codes):
        start = self.moment(2008)
        airings = [start + timedelta(days=7 * index) for index in range(len(codes))]
        airings = [min(airing, NOW - timedelta(days=2)) for airing in airings]
        self.files[f"episodes/{kind}/{number}.json"] = [
            {"title": f"Part {episode}", "episode": episode, "type": "episode", "aired": True, "date": iso(airing), "ids": {}}
            | ({"season": season} if kind == "tv" else {}) for (season, episode), airing in zip(codes, airings)]
        return airings

    def announce(self, kind, media, seasons, most=3):
        start = NOW + timedelta(days=self.random.randrange(1, 14), hours=self.random.randrange(24), minutes=17)
        for number in range(self.random.randrange(most) + 1):
            episode = {"episode": (seasons[0] if kind == "anime" else 0) + number + 1, "title": None, "runtime": None, "url": ""}
            if kind == "tv":
                episode["season"] = len(seasons) + 1
            row = {"simkl_id": media["ids"]["simkl"], "date": iso(start + timedelta(days=7 * number)), "finale_type": None, "episode": episode}
            self.files.setdefault(f"calendar/{kind}.json", {"calendar": [], "metadata": {}})["calendar"].append(row)

    # Films

    def film(self, anime=False):
        length = self.random.randrange(60, 200)
        media, status = self.media("film", length), self.random.choice(["completed"] * 6 + ["plantowatch"] * (1 + anime) + ["dropped"])
        number = media["ids"]["simkl"]
        released = self.moment(2005).date()
        kind = "anime" if anime else "movies"
        if self.chance(0.5):
            self.files[f"titles/{kind}/{number}.json"] = {
                "title": media["title"], "year": media["year"], "ids": media["ids"], "runtime": media.get("runtime"), "country": "US",
                "genres": self.random.sample(["Drama", "Comedy", "Action", "Crime", "Family"], 2),
                **({"first_aired": str(released)} if anime else {"released": str(released)}),
                "ratings": {"simkl": {"rating": self.random.randrange(50, 95) / 10, "votes": self.random.randrange(10, 900)}}}
        item = self.item(media if anime else {"movie": media}, status, watched_episodes_count=0, total_episodes_count=0, not_aired_episodes_count=0)
        if anime:
            item |= {"anime_type": "movie", "watched_episodes_count": int(status == "completed"), "total_episodes_count": 1,
                     "last_watched": None, "next_to_watch": None}
        if status == "completed":
            item["last_watched_at"] = iso(self.film_time(released))
        bucket = "anime" if anime else "movies"
        self.library[bucket].append(item)
        if anime and status == "plantowatch":
            self.announce(kind, media, [0], most=1)
        if status == "completed" and self.chance(0.1):
            self.library[bucket].append(item | {"is_rewatch": True, "rewatch_id": number, "rewatch_status": "completed",
                                                  "last_watched_at": iso(self.again(item["last_watched_at"]))})

    def again(self, first):
        moment = self.moment(2022)
        return moment if first is None or iso(moment) > first else None

    def film_time(self, released):
        midnight = datetime(released.year, released.month, released.day, tzinfo=timezone.utc)
        january = datetime(self.random.randrange(2018, 2021), 1, 1, tzinfo=self.zone)
        noon = self.moment().replace(hour=12, minute=0, second=0)
        return self.random.choice([self.moment()] * 8 + [None, midnight, january, noon, noon, datetime(2031, 5, 5, 20, tzinfo=timezone.utc)])

    def mark_films(self):
        """Many films in a few seconds, as an import does."""
        start = self.moment(2018)
        for number in range(self.random.randrange(5, 40)):
            media = self.media("film", self.random.randrange(70, 180))
            item = self.item({"movie": media}, "completed", watched_episodes_count=0, total_episodes_count=0, not_aired_episodes_count=0)
            item["last_watched_at"] = iso(start + timedelta(seconds=number // 3))
            self.library["movies"].append(item)

    def account(self, titles):
        for _ in range(titles):
            kind = self.random.choice(["shows", "shows", "anime", "movies", "movies"])
            if kind == "movies":
                self.film()
            elif kind == "anime" and self.chance(0.15):
                self.film(anime=True)
            else:
                self.show(kind)
        self.mark_films()
        return {"all-items.json": self.library, "activities.json": {"all": iso(NOW - timedelta(minutes=30))}} | self.files


def write(folder, seed, zone, titles=120):
    for path, value in Maker(seed, zone).account(titles).items():
        os.makedirs(os.path.dirname(os.path.join(folder, path)), exist_ok=True)
        json.dump(value, open(os.path.join(folder, path), "w", encoding="utf-8"))


if __name__ == "__main__":
    target, seed, zone, titles = sys.argv[1:]
    write(target, int(seed), zone, int(titles))
