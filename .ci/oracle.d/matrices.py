"""The squares of a show's episodes: how soon after its airing each was watched, which is next, and which are still to come."""
import glob, os, re
from account import UNRECORDED
from delays import delay
from diary import code
from home import following, progress
from page import Page
from upcoming import airings

LIMITS = [("w4", 1), ("w3", 7), ("w2", 30)]


def compare(report, site, account, with_times):
    coming = {(airing.title.link, airing.code) for airing in airings(account, None)}
    for title in account.titles.values():
        for path in glob.glob(os.path.join(site, title.kind, f"{title.id}-*", "index.html")):
            squares = re.findall(r'<i class="(\w+)" title="(\S+?)["\s]', open(path, encoding="utf-8").read())
            if squares:
                page = Page(report, "squares", site, os.path.relpath(os.path.dirname(path), site))
                judged = Show(account, title, coming, with_times)
                for shown, episode in squares:
                    page.value("squares", episode, f"{episode} {shown}", f"{episode} {judged.square(episode)}")


class Show:
    def __init__(self, account, title, coming, with_times):
        self.account, self.title, self.coming, self.with_times = account, title, coming, with_times
        self.is_anime = title.kind == "anime"
        self.watched, self.aired = progress(title)
        self.next = following(title) if title.status == "watching" else None
        self.is_whole = self.watched >= self.aired and any(play.date_kind == UNRECORDED for play in title.plays)
        self.rows = {code(1 if self.is_anime else row.get("season"), row["episode"], self.is_anime): row
                     for row in title.episodes if row.get("episode") is not None and row.get("type") != "special"}
        self.plays = {}
        for play in sorted(title.plays, key=lambda play: (play.again, not play.is_believed)):
            if play.number is not None:
                self.plays.setdefault(code(play.season, play.number, self.is_anime), play)

    def square(self, episode):
        if play := self.plays.get(episode):
            return self.soon(play)
        if episode == self.next:
            return "n"
        if self.is_to_come(episode):
            return "c"
        return "w" if self.is_whole and not episode.startswith("S00") else "o"

    def is_to_come(self, episode):
        if (self.title.link, episode) in self.coming:
            return True
        if episode in self.rows:
            return not self.rows[episode].get("aired")
        return self.is_anime and episode.startswith("E") and int(episode[1:]) > self.aired

    def soon(self, play):
        """Of a day alone nobody knows when in it something aired."""
        _, moment = self.title.airings.get((play.season, play.number), (None, None))
        days = delay(self.account, play, self.with_times) if moment and play.has_time else None
        if days is None:
            return "w"
        return next((name for name, limit in LIMITS if (days < limit if limit == 1 else days <= limit)), "w1")
