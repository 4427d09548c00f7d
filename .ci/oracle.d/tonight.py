"""What is offered for tonight: by what its page says of how titles are chosen."""
import re
from fractions import Fraction
import words
from diary import code
from home import following, progress, titled
from dates import instant, release
from page import Page
from statistics_pages import left_of
from titles import crowd_of
from upcoming import FILES, releases

FEW, VOTES, UNKNOWN, YEAR, MOST = 5, 50, 500, 365, 6


def compare(report, site, account, with_times):
    page = Page(report, "tonight", site, "tonight")
    taste = Taste(account)
    paused = pauses(account)
    offers = [offer for title in account.titles.values() if (offer := Offer(account, title, taste, paused.get(title))).is_one]
    page.sentence(None, "that I have begun or plan to watch", words.count(len(offers)))
    page.sentence(None, "is not watched yet: ", words.count(len(offers)) + unknown(account))
    chosen = "How they are chosen"
    page.sentence(chosen, "^- Each gets points", f"{VOTES} {FEW} {UNKNOWN // 100}")
    page.sentence(chosen, "^- The most points", str(MOST))
    lists = {
        "Under 90 minutes": [offer for offer in offers if offer.fitting(89)],
        "One evening": [offer for offer in offers if 90 <= offer.minutes <= 240],
        "Nearly finished": [offer for offer in offers if offer.is_nearly_finished],
    }
    for heading, fitting in lists.items():
        best = sorted((offer.left_order if heading == "Nearly finished" else -offer.points for offer in fitting))[:6]
        lines = [line for line in page.of(heading) if line.text.startswith("- ")]
        if len(lines) != len(best):
            page.missing(heading, f"{len(best)} titles instead of {len(lines)}")
        by_title = {offer.title: offer for offer in fitting}
        for line, order in zip(lines, best):
            offer = by_title.get(titled(account, line))
            page.compare(line, offer.line(89 if heading.startswith("Under") else None) if offer else "(not to be offered here)")
            if offer and (offer.left_order if heading == "Nearly finished" else -offer.points) != order:
                page.report.differ(page, heading, offer.title.name, f"has {offer.points} points, the best {-order if order < 0 else order}")
    everything = {offer.title: offer for offer in offers}
    for line in page.of("Everything that the dice can show"):
        if (title := titled(account, line)) and line.text.startswith("- "):
            page.compare(line, everything[title].line(None) if title in everything else "(not to be offered)")


def is_out(account, title):
    if not title.is_film:
        return True
    cinema, home = releases(title)
    days = [release(row["date"])[0] for row in calendar(account, title)] if not cinema and not home else []
    day = home or cinema or min(days, default=None)
    return day <= account.calendar_day if day else not title.year or title.year <= account.calendar_day.year


def calendar(account, title):
    rows = account.read(f"calendar/{FILES[title.kind]}.json") or []
    rows = rows.get("calendar") or [] if isinstance(rows, dict) else rows
    return [row for row in rows if (row.get("simkl_id") or row["ids"].get("simkl_id")) == title.id]


def is_listed(account, title):
    return title.status in ("watching", "plan") and is_out(account, title)


def unknown(account):
    """How many are left out since nobody knows how long they are, or how many episodes they have."""
    number = 0
    for title in account.titles.values():
        left, own = left_of(title)
        is_counted = title.is_film or title.item.get("total_episodes_count") is not None
        number += is_listed(account, title) and (not is_counted or left > 0 and not title.runtime)
    return f" {words.count(number)}" if number else ""


def pauses(account):
    """The last pause of each title that is still to be watched."""
    rows = sorted(account.read("playback.json") or [], key=lambda row: row.get("paused_at") or "", reverse=True)
    found = {}
    for row in rows:
        media = row.get("show") or row.get("movie") or row.get("anime")
        kinds = ["movies"] if row.get("movie") else ["anime"] if row.get("anime") else ["tv", "anime"]
        title = next(filter(None, (account.titles.get((kind, media["ids"].get("simkl"))) for kind in kinds)), None)
        episode = row.get("episode") or {}
        place = (episode.get("season", 1), episode.get("number"))
        if title and not title.is_film and any((play.season, play.number) == place for play in title.plays):
            continue
        if title and title.is_film and any(not play.at or play.at >= instant(row["paused_at"]) for play in title.plays):
            continue
        if title and title not in found:
            found[title] = row | {"place": place}
    return found


class Taste:
    """Means of the owner's ratings, in hundredths."""

    def __init__(self, account):
        self.genres, self.decades, everything = {}, {}, []
        for title in account.titles.values():
            if rating := account.rating(title):
                everything.append(rating)
                for genre in genres(title):
                    self.genres.setdefault(genre, []).append(rating)
                if title.year:
                    self.decades.setdefault(title.year // 10, []).append(rating)
        self.all = self.mean(everything)

    def means(self, genres, year):
        """Of those genres that have one, and of the decade."""
        known = [self.mean(self.genres.get(genre, [])) for genre in genres]
        return [mean for mean in known if mean is not None], self.mean(self.decades.get(year // 10, [])) if year else None

    def liking(self, liked, decade, year):
        """What is told of them: the best genre, else the decade, where it is no worse than all ratings."""
        if max(liked, default=-1) >= (self.all or 0):
            return tenths(max(liked))
        return f"{year // 10 * 10} {tenths(decade)}" if decade is not None and decade >= (self.all or 0) else ""

    @staticmethod
    def mean(ratings):
        return rounded(Fraction(100 * sum(ratings), len(ratings))) if len(ratings) >= FEW else None


def genres(title):
    return list(dict.fromkeys(filter(None, title.details.get("genres") or [])))


def rounded(value):
    return int(words.rounded(value))


class Offer:
    def __init__(self, account, title, taste, pause):
        self.title, self.pause = title, pause
        self.left, own = left_of(title)
        self.is_one = bool(is_listed(account, title) and title.runtime and self.left
                           and (title.is_film or title.item.get("total_episodes_count") is not None))
        if not self.is_one:
            return
        self.is_begun = bool(pause) or not title.is_film and progress(title)[0] > 0
        self.minutes = sum(own) + (self.left - len(own)) * title.runtime
        self.first = title.runtime
        if pause and (title.is_film or pause["place"][0] != 0):
            whole = self.length_of(pause["place"], own) if not title.is_film else title.runtime
            self.first = max(1, rounded(Fraction(whole * (100 - rounded(str(pause["progress"]))), 100)))
            self.minutes = max(self.first, self.minutes - whole + self.first)
        self.since(account)
        self.expect(account, taste)
        self.points = self.expected + min(YEAR, self.waited) * 100 // YEAR + 100 * self.is_begun
        self.left_order = self.minutes

    def length_of(self, place, own):
        """That of the episode itself only where it is known which episodes are left."""
        rows = {(1 if self.title.kind == "anime" else row.get("season"), row.get("episode")): row for row in self.title.episodes}
        return own and rows.get(place, {}).get("aired") and rows[place].get("runtime") or self.title.runtime

    def since(self, account):
        days = [play.day for play in self.title.plays if play.is_believed]
        self.played = max(days) if self.is_begun and days else None
        self.paused_on = account.own_day(instant(self.pause["paused_at"])) if self.pause else None
        if self.paused_on and self.played and self.played > self.paused_on:
            self.paused_on = None
        self.told = self.paused_on or self.played or account.added_day(self.title)
        self.waited = max(0, (account.calendar_day - self.told).days) if self.told else 0

    def expect(self, account, taste):
        crowd = crowd_of(account, self.title).get("simkl")
        self.crowd = rounded(Fraction(str(crowd["rating"])) * 100) if crowd and crowd["votes"] >= VOTES else None
        liked, decade = taste.means(genres(self.title), self.title.year)
        of_genres = rounded(Fraction(sum(liked), len(liked))) if liked else None
        known = [value for value in (self.crowd, of_genres, decade) if value is not None]
        self.expected = rounded(Fraction(sum(known), len(known))) if known else UNKNOWN
        self.liking = taste.liking(liked, decade, self.title.year)

    @property
    def is_nearly_finished(self):
        watched, aired = progress(self.title)
        return not self.title.is_film and self.is_begun and watched * 3 >= aired * 2

    def fitting(self, minutes):
        if minutes < self.first:
            return 0
        return min(self.left, 1 + (minutes - self.first) // self.title.runtime, MOST)

    def line(self, minutes):
        """As many as fit into some minutes, or all that is left; and why."""
        number = self.fitting(minutes) if minutes else self.left
        time = self.first + (number - 1) * self.title.runtime if minutes else self.minutes
        amount = f"{'' if self.title.is_film else words.count(number)} {words.length(time)}"
        crowd = tenths(self.crowd) if self.crowd is not None else ""
        return f"[]{words.link(self.title)} {amount} {self.stands()} {self.liking} {crowd} {words.day(self.told) if self.told else ''}"

    def stands(self):
        title = self.title
        if self.pause:
            season, number = self.pause["place"]
            place = "" if title.is_film or number is None else code(season, number, title.kind == "anime")
            return f"{place} {rounded(str(self.pause['progress']))} %"
        if not self.is_begun:
            return ""
        watched, aired = progress(title)
        return (following(title) if title.status == "watching" else None) or f"{words.count(watched)} {words.count(aired)}"


def tenths(hundredths):
    return words.decimal(Fraction(hundredths, 100))
