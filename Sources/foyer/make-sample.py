#!/usr/bin/env python3
"""Make the sample account that `foyer build --sample` reads.

Reads the facts in sample-titles.tsv (beside this file) and writes Sample/**.
Standard library only, fixed seed, no clock, no network: two runs give the
same bytes.

What is real: the titles, their Simkl ids, slugs and posters, the external ids,
the crowd numbers and the episode facts marked FACTS (all as Simkl published
them); season lengths, film dates and the air dates in AIR are public
knowledge, to the best of ours.
What is made up: Mara Lindqvist and everything she watched, rated and wrote;
the short descriptions; every date in the calendar files, the 13th season of
American Horror Story and the last year of One Piece as listed here. The
program moves the calendar, the paused items and next_to_watch_info along with
its own idea of now; the anchor below is where they start.
"""
import csv, json, os, random, shutil
from datetime import date, datetime, timedelta, timezone

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "Sample")
ANCHOR = datetime(2026, 11, 20, 12, 0, 0)          # UTC, like every datetime here
FIRST, LAST = date(2024, 1, 1), date(2026, 11, 19)
rng = random.Random(20261120)


def z(t):
    return t.strftime("%Y-%m-%dT%H:%M:%SZ")


def utc(text):
    return datetime.strptime(text, "%Y-%m-%d %H:%M")


def last_sunday(year, month):
    d = date(year, month, 31)
    return d - timedelta(days=(d.weekday() + 1) % 7)


def stockholm(t):
    """Offset of Europe/Stockholm at a UTC instant (EU rule, 1996 on)."""
    a, b = last_sunday(t.year, 3), last_sunday(t.year, 10)
    summer = datetime(a.year, a.month, a.day, 1) <= t < datetime(b.year, b.month, b.day, 1)
    return timedelta(hours=2 if summer else 1)


def from_local(d, minutes):
    t = datetime(d.year, d.month, d.day) + timedelta(minutes=minutes)
    return t - stockholm(t - timedelta(hours=1))


# --- the table -------------------------------------------------------------
T = {}
with open(os.path.join(HERE, "sample-titles.tsv"), encoding="utf-8", newline="") as f:
    for row in csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE):
        r = {k: (v if v != "" else None) for k, v in row.items()}
        for k in ("id", "year", "runtime", "rank", "simkl_votes", "imdb_votes", "mal_votes", "mal_rank"):
            r[k] = int(r[k]) if r[k] else None
        for k in ("simkl_rating", "imdb_rating", "mal_rating"):
            r[k] = float(r[k]) if r[k] else None
        r["seasons"] = [int(n) for n in (r["episodes"] or "").split(",") if n]
        T[r["id"]] = r
LIBRARY = [r for r in T.values() if r["use"] == "library"]
BUCKET = {"tv": "shows", "anime": "anime", "movie": "movies"}
PATH = {"tv": "tv", "anime": "anime", "movie": "movies"}
FILM_ANIME = {r["id"] for r in LIBRARY if r["anime_type"] == "movie"}


def episodes_of(i):
    return [(s + 1, e + 1) for s, n in enumerate(T[i]["seasons"]) for e in range(n)]


# --- air instants of what came out while she was watching --------------------
def weekly(start, n, step=7, skip=()):
    t, out = utc(start), []
    while len(out) < n:
        if t.strftime("%Y-%m-%d") not in skip:
            out.append(t)
        t += timedelta(days=step)
    return out


AIR = {                                            # id: {season: [instants]}
    548312: {5: [utc("2025-11-27 01:00")] * 4 + [utc("2025-12-26 01:00")] * 3 + [utc("2026-01-01 01:00")]},
    967226: {4: [utc("2024-06-13 07:00")] * 2 + weekly("2024-06-13 07:00", 6),
             5: [utc("2026-04-08 07:00")] + weekly("2026-04-08 07:00", 7)},
    1104016: {4: weekly("2024-07-22 01:00", 10)},
    782232: {5: [utc("2025-04-24 07:00")] * 10},
    4921: {7: [utc("2025-04-10 08:00")] * 6},
    925216: {4: [utc("2024-08-08 07:00")] * 6},
    1059270: {4: [utc("2025-04-08 07:00")] * 6},
    2727563: {1: [utc("2026-05-20 04:00")] + weekly("2026-05-20 04:00", 9)},
    2597547: {1: [utc("2026-05-13 07:00")] * 8},
    2331788: {1: weekly("2024-10-07 13:00", 13)},
    27057: {13: weekly("2026-10-29 02:00", 10, skip=("2026-11-26",))},                 # made up
    995148: {6: [utc("2026-11-15 08:00")] + weekly("2026-11-22 08:00", 5)},
    38636: {1: [None] * 1088
            + weekly("2024-01-07 00:30", 34, skip=("2024-01-28", "2024-03-03", "2024-04-14", "2024-05-05",
                                                   "2024-06-16", "2024-08-04", "2024-09-22"))
            + weekly("2025-04-06 14:15", 33, skip=("2025-05-18", "2025-06-22", "2025-08-10", "2025-09-28",
                                                   "2025-11-02", "2025-11-30"))
            + weekly("2026-04-05 14:15", 26, skip=("2026-04-26", "2026-05-17", "2026-06-07", "2026-06-28",
                                                   "2026-07-19", "2026-08-09", "2026-08-30", "2026-09-13",
                                                   "2026-09-27", "2026-10-11", "2026-11-01"))},   # 2026 made up
}


def air(i, s, e):
    seasons = AIR.get(i, {})
    return seasons[s][e - 1] if s in seasons else None


def unaired(i):
    return [(s, e) for s, e in episodes_of(i) if (air(i, s, e) or ANCHOR) > ANCHOR]


# --- what she did with each title --------------------------------------------
# Her evening series, in the order she picked them up: id, roughly from (a month before at most), stop after n episodes.
TV_QUEUE = [
    (585056, "2024-01-01"), (11121, "2024-01-04"), (1057374, "2024-01-01"), (654516, "2024-01-01", 6),
    (737685, "2024-03-01"), (20953, "2024-03-01"), (967226, "2024-04-20"), (452264, "2024-04-01"),
    (1104016, "2024-06-01"), (925216, "2024-07-01"), (583436, "2024-07-01", 3), (42062, "2024-05-01"),
    (2090, "2024-08-01", 40), (1376722, "2024-10-01"), (46614, "2024-10-15"), (1043962, "2025-01-01", 4),
    (4921, "2025-01-01"), (782232, "2025-02-01"), (1059270, "2025-03-01"), (48440, "2025-04-01", 27),
    (548312, "2025-05-01"), (1067626, "2025-06-01"), (35919, "2025-07-01", 30), (42580, "2025-08-01"),
    (17465, "2025-09-01"), (701594, "2025-11-01", 17), (704397, "2026-01-10"), (564716, "2026-02-01", 20),
    (2597547, "2026-05-15"), (2727563, "2026-05-20"), (("rewatch", 585056), "2026-06-14", 16),
    (995148, "2026-07-04"),
]
ANIME_QUEUE = [
    (41586, "2024-01-01"), (40190, "2024-01-10"), (36433, "2024-02-20"), (38960, "2024-03-01"),
    (670707, "2024-03-01", 3), (37089, "2024-04-01"), (831411, "2024-05-01"), (439744, "2024-05-01"),
    (931899, "2024-06-01"), (1120029, "2024-07-01"), (415932, "2024-07-01", 5), (50250, "2024-08-01"),
    (2331788, "2024-10-07"), (588357, "2024-10-01"), (644821, "2024-11-01"), (643731, "2024-11-01", 24),
    (784013, "2025-01-01"), (784557, "2025-01-15"), (36927, "2025-02-01", 31), (1211265, "2025-03-01"),
    (40398, "2025-04-01"), (993609, "2025-05-01", 1), (451670, "2025-06-01"),
    (38675, "2025-08-01", 48), (1191669, "2025-10-01"), (1462529, "2025-10-20"),
    (48926, "2025-11-15"), (41066, "2025-12-01", 63), (38545, "2026-01-01"), (46744, "2026-02-01"),
    (39552, "2026-03-01"), (40053, "2026-04-01", 30), (1300367, "2026-06-20"),
]
# On the side: id, from, episodes already ticked off without a date, dated episodes (0 = up to date with the station).
SIDE = [
    (38636, "2024-01-07", 1088, 0), (27057, "2025-10-01", 113, 0),
    (10280, "2026-02-01", 0, 66), (25381, "2025-11-01", 0, 86), (922016, "2025-10-01", 0, 111),
    (3407, "2026-10-20", 140, 2), (37474, "2025-10-01", 0, 88), (40177, "2026-06-01", 0, 40),
    (644079, "2026-04-01", 0, 60), (51020, "2026-09-01", 0, 20), (1229789, "2026-08-01", 0, 34),
]
WATCHING = [i for i, *_ in SIDE] + [995148]
HOLD = [2090, 35919, 564716, 701594, 36927, 41066, 40053]
DROPPED = [654516, 583436, 1043962, 48440, 670707, 415932, 643731, 993609, 38675, 687232, 1153930]
NO_DATE_KEY = [8965, 2113, 38643, 36368]           # imported: episode rows without watched_at
NO_DATE_NULL = [15534, 39183, 63604, 268470]       # imported: watched_at null
EPOCH = [297, 40430]                               # "watched, date unknown"
BULK = {9197: "2024-03-10 10:14", 31637: "2025-01-03 09:41", 40180: "2026-03-22 08:26"}
BULK_STEP = {9197: 0, 31637: 19, 40180: 0}         # seconds between the stamps of two seasons
AIRED_STAMP = 39687
NO_SEASONS = {11495: "2023-06-18 20:12", 39508: "2023-02-11 19:47"}
MIDNIGHT = {53434: "2024-12-27", 54112: "2025-12-26"}
FILM_QUEUE = [                                     # id, not before
    (472214, "2024-01-05"), (39079, "2024-01-19"), (54114, "2024-03-01"), (54116, "2024-03-15"),
    (543146, "2024-04-05"), (54118, "2024-04-26"), (524600, "2024-06-07"), (526230, "2024-07-19"),
    (54120, "2024-09-06"), (436948, "2024-10-11"), (54130, "2024-11-08"), (897504, "2024-11-29"),
    (799363, "2024-12-20"), (342994, "2025-01-17"), (471618, "2025-01-24"), (36228, "2025-02-21"),
    (911137, "2025-03-21"), (54240, "2025-04-18"), (36920, "2025-05-16"), (740881, "2025-06-13"),
    (81500, "2025-08-15"), (430306, "2025-08-22"), (36589, "2025-10-03"), (67142, "2025-11-14"),
    (67144, "2025-11-21"), (52810, "2026-01-16"), (1170285, "2026-02-13"), (1079855, "2026-03-20"),
    (1195135, "2026-04-24"), (2533163, "2026-06-05"), (40278, "2026-07-17"), (("rewatch", 472214), "2026-09-11"),
]
# text, private, rating
MEMOS = {
    11121: ("Finished it on a train, missed my stop. *Worth it.*", False, 10),
    1057374: ("3.6 roentgen. Not great, not terrible. The show is great though.", False, 9),
    37089: ("See you, space cowboy… 🚀", False, 10),
    543146: ("三回泣いた。音楽も空も、ずっと忘れない。", False, 9),
    585056: ("Jeremy Bearimy | the dot over the i <- still laughing", False, 9),
    38960: ("Slow until E12 & then I did not sleep. `El Psy Kongroo`", False, 10),
    46744: ("Ugly on purpose, beautiful by E06. [Watch it twice]", False, 9),
    17465: ("Seasons 1-4: 10/10. Season 8: we don't talk about season_8.", False, 7),
    526230: ("Saw it again with dad, he hummed the theme all week", False, 8),
    48440: ("27 episodes of setup for a cape? No thanks & goodbye.", False, 4),
    36927: ("On hold until the winter, this one wants *quiet* evenings.", False, None),
    1170285: ("Small & warm. The guitar scene <3", False, 8),
    50250: ("PRIVATE-MEMO watched with E. during the move, still hard to think about", True, 9),
    737685: ("PRIVATE-MEMO drew the family tree on the back of the rent letter", True, 9),
    436948: ("PRIVATE-MEMO too close to school years. Do not rewatch alone.", True, 10),
    654516: ("PRIVATE-MEMO stopped, bad week", True, 3),
    897504: ("PRIVATE-MEMO call mum", True, 9),
}

# --- one timeline ------------------------------------------------------------
plays = {}                # key -> [(season, episode, instant)]; key = id or ("rewatch", id)
film_plays = {}           # key -> instant
timeline = []             # (start, end) of everything really watched


class Run:
    def __init__(self, key, start, limit=None, skip=0, side=False, dated=0):
        self.key, self.id = key, (key[1] if isinstance(key, tuple) else key)
        eps = episodes_of(self.id)
        if self.id == 20953:
            eps.insert(9, (0, 1))                  # the New Year special, before the last season
        self.eps, self.at = eps, skip
        self.start = date.fromisoformat(start)
        self.limit = skip + dated if side and dated else (limit or len(eps))
        self.first, self.side, self.rt = skip, side, T[self.id]["runtime"]

    def left(self):
        return self.limit - self.at

    def next_at(self):
        return air(self.id, *self.eps[self.at]) if self.at < len(self.eps) else None

    def ready(self, t):
        a = self.next_at()
        return self.left() > 0 and (a is None or a <= t)

    def due(self, d):
        """How many minutes a side title is behind its even pace."""
        share = ((d - self.start).days + 1) / ((LAST - self.start).days - 1)
        return (min(1, share) * (self.limit - self.first) - (self.at - self.first)) * self.rt

    def watch(self, t):
        """Watch the next episode from t on; returns the end."""
        rt = 50 if self.eps[self.at][0] == 0 else self.rt
        rt = 89 if (self.id, self.eps[self.at]) == (20953, (0, 1)) else rt
        end = t + timedelta(minutes=rt, seconds=rng.randrange(0, 50))
        s, e = self.eps[self.at]
        plays.setdefault(self.key, []).append((s, e, end))
        timeline.append((t, end))
        self.at += 1
        return end


tv_wait = [Run(*q) for q in TV_QUEUE]
an_wait = [Run(*q) for q in ANIME_QUEUE]
side = [Run(i, start, skip=skip, side=True, dated=n) for i, start, skip, n in SIDE]
films = [(k, date.fromisoformat(d)) for k, d in FILM_QUEUE]
tv_now, an_now = [], []


def minutes_left():
    return sum(r.left() * r.rt for r in tv_wait + an_wait + tv_now + an_now)


def refill(now, wait, d, n):
    live = [r for r in now if r.left() and (r.next_at() is None or r.next_at().date() <= d)]
    for r in list(wait):
        if len(live) >= n:
            break
        if r.start - timedelta(days=30) <= d:
            wait.remove(r)
            now.append(r)
            live.append(r)


def gap():
    return timedelta(minutes=rng.randrange(1, 6), seconds=rng.randrange(5, 59))


def chunk(r):
    if r.id == 922016:
        return rng.randrange(5, 10)
    return rng.randrange(2, 5) if r.rt < 30 else rng.randrange(1, 4)


def evening(d):
    """(start, end) of the day's sitting in local minutes, or None."""
    w = d.weekday()
    if date(2025, 7, 7) <= d <= date(2025, 7, 20):         # the summer house has no signal
        return None
    p = (.58, .58, .60, .56, .62, .80, .84)[w]
    if d.year == 2024 and d.month == 2:                    # exam month
        p *= .15
    if d.month in (6, 7):
        p *= .75
    if (d.month, d.day) >= (12, 23) or (d.month, d.day) <= (1, 6):
        p = max(p, .85)
    if d == LAST:
        return 20 * 60 + 12, 22 * 60 + 40
    if d > date(2026, 11, 5):
        p = .9
    days = max(1, (date(2026, 11, 1) - d).days)
    pressure = minutes_left() / days / 64
    p = min(.97, p * min(1.6, max(1 if d > date(2026, 11, 5) else .45, pressure)))
    if rng.random() > p:
        return None
    if w < 4:
        start = rng.randrange(19 * 60 + 50, 21 * 60 + 15)
        return start, min(23 * 60 + 30, start + rng.randrange(55, 190))
    if w == 4:
        return rng.randrange(20 * 60, 21 * 60 + 30), rng.randrange(23 * 60, 25 * 60 + 10)
    if w == 5:
        return rng.randrange(19 * 60, 21 * 60), rng.randrange(23 * 60, 25 * 60 + 30)
    start = rng.randrange(13 * 60 + 30, 16 * 60)
    return start, start + rng.randrange(120, 310)


def binge_day(d):
    if d.weekday() != 5:
        return False
    return d in {date(2024, 1, 13), date(2024, 3, 23), date(2024, 5, 18), date(2024, 8, 10), date(2024, 11, 16),
                 date(2025, 2, 8), date(2025, 4, 26), date(2025, 9, 20), date(2025, 11, 29), date(2026, 1, 17),
                 date(2026, 3, 7), date(2026, 5, 16), date(2026, 10, 3)}


def sit(d, start, end, binge=False):
    t, stop = from_local(d, start), from_local(d, end)
    weekend = d.weekday() >= 4
    if weekend and not binge and films and films[0][1] <= d:
        key, _ = films[0]
        i = key[1] if isinstance(key, tuple) else key
        fin = t + timedelta(minutes=T[i]["runtime"], seconds=rng.randrange(60))
        if fin <= stop + timedelta(minutes=25):
            films.pop(0)
            film_plays[key] = fin
            timeline.append((t, fin))
            t = fin + gap()
    if binge:
        pool = [r for r in tv_now if r.ready(t) and r.left() >= 10 and 40 <= r.rt <= 55] \
            or [r for r in tv_now + an_now if r.ready(t) and r.left() >= 10 and r.rt <= 55]
        if pool:
            r = max(pool, key=lambda r: (r.rt, -r.left()))
            for k in range(rng.randrange(10, 13)):
                if not r.ready(t):
                    break
                if k == 5:
                    t += timedelta(minutes=rng.randrange(35, 55))
                t = r.watch(t) + gap()
            return
    while t < stop:
        fits = lambda r: r.ready(t) and (r.start <= d or not r.side) and t + timedelta(minutes=r.rt - 12) <= stop
        fresh = [r for r in tv_now + an_now + side if r.next_at() and fits(r)]
        if fresh and (rng.random() < .8 or d == LAST):
            r, n = fresh[0], 3
        else:
            slow = [r for r in side if fits(r) and r.due(d) > 0 and not r.next_at()
                    and (r.id != 922016 or d.weekday() == 6)]
            behind = max((r.due(d) for r in slow), default=0)
            main = [r for r in tv_now + an_now if fits(r)]
            if slow and (not main or rng.random() < min(.9, .3 + behind / 600) or d > date(2026, 11, 12)):
                r = max(slow, key=lambda r: r.due(d))
            elif main:
                r = main[0] if rng.random() < .45 else rng.choice(main)
            else:
                break
            n = chunk(r)
        for _ in range(n):
            if not fits(r):
                break
            t = r.watch(t) + gap()


d = FIRST
while d <= LAST:
    refill(tv_now, tv_wait, d, 2)
    refill(an_now, an_wait, d, 2)
    tv_now = [r for r in tv_now if r.left()]
    an_now = [r for r in an_now if r.left()]
    if binge_day(d):
        sit(d, rng.randrange(11 * 60 + 30, 12 * 60 + 30), 24 * 60, binge=True)
    else:
        when = evening(d)
        if when:
            sit(d, *when)
    d += timedelta(days=1)

# --- FACTS: episode title | picture | Simkl id | air date, as Simkl lists them ---
GOT_FACTS = """Winter Is Coming|31/318121421ca3e9c34|247720|2011-04-17
The Kingsroad|31/3181114e8a5a44d52|247721|2011-04-24
Lord Snow|31/3181014e40e7139d0|247722|2011-05-01
Cripples, Bastards, and Broken Things|31/318091434b944b631|247723|2011-05-08
The Wolf and the Lion|31/318081403db1b6b1b|247724|2011-05-15
A Golden Crown|31/318071422c09f0016|247725|2011-05-22
You Win or You Die|31/318061435def98a2b|1069144|2011-05-29
The Pointy End|31/3180514869174fc1f|247727|2011-06-05
Baelor|31/31804146f3068728f|247728|2011-06-12
Fire and Blood|31/3180314c759dbf291|247729|2011-06-19
The North Remembers|31/31802149692e830df|247730|2012-04-01
The Night Lands|31/3180114e995d63992|247731|2012-04-08
What is Dead May Never Die|31/3180014a4176e7e95|247732|2012-04-15
Garden of Bones|31/31799147a7c7ece3f|247733|2012-04-22
The Ghost of Harrenhal|31/31798142fa3566a86|247734|2012-04-29
The Old Gods and the New|31/3179714a851e457df|247735|2012-05-06
A Man Without Honor|31/3179614b79bb1db52|247736|2012-05-13
The Prince of Winterfell|31/317951475e31a345a|247737|2012-05-20
Blackwater|31/3179414319d79c05a|247738|2012-05-27
Valar Morghulis|31/317931400db94bc68|247739|2012-06-03
Valar Dohaeris|31/317921479a9568db9|247741|2013-03-31
Dark Wings, Dark Words|31/3179114942bc8486b|247742|2013-04-07
Walk of Punishment|31/3179014259f75d45d|247743|2013-04-14
And Now His Watch Is Ended|31/3178914957f35d242|247744|2013-04-21
Kissed by Fire|31/3178814f4932a39a2|247745|2013-04-28
The Climb|31/317871481e2322000|247746|2013-05-05
The Bear and the Maiden Fair|31/317861439215cf02b|247747|2013-05-12
Second Sons|31/31785141c28d88181|247748|2013-05-19
The Rains of Castamere|31/31784148c222095f4|247749|2013-06-02
Mhysa|31/317831442425b6668|247750|2013-06-09
Two Swords|31/31782145a85507168|247751|2014-04-06
The Lion and the Rose|31/3178114cb97c22a1f|247752|2014-04-13
Breaker of Chains|31/31780143c879f568d|247753|2014-04-20
Oathkeeper|31/31779149dc337047c|247754|2014-04-27
First of His Name|31/31778146a4d139848|247755|2014-05-04
The Laws of Gods and Men|31/317771404a06fd813|247756|2014-05-11
Mockingbird|31/31776143591807154|247757|2014-05-18
The Mountain and the Viper|31/3177514859a649ccb|247758|2014-06-01
The Watchers on the Wall|31/3177414848727293e|247759|2014-06-08
The Children|31/3177314c597dd035f|247760|2014-06-15
The Wars to Come|31/3177214a18970c8a0|1351300|2015-04-12
The House of Black and White|31/317711467f794b8ca|1438454|2015-04-19
High Sparrow|31/31770147a5c4cb982|1438456|2015-04-26
Sons of the Harpy|31/3176914d2854d5b9d|1438458|2015-05-03
Kill the Boy|31/3176814c780b6f693|1439906|2015-05-10
Unbowed, Unbent, Unbroken|31/31767140cbabf4e04|1439908|2015-05-17
The Gift|31/3176614c36cef4ccc|1439912|2015-05-24
Hardhome|31/317651440e433d9b3|1439914|2015-05-31
The Dance of Dragons|31/3176414cc663fb00f|1439916|2015-06-07
Mother's Mercy|31/3176314b471d6dc54|1439918|2015-06-14
The Red Woman|46/4652292748dc06e74|1571736|2016-04-24
Home|46/4645184edcad4f1cc|1597200|2016-05-01
Oathbreaker|46/46709183eb6a556f3|1597202|2016-05-08
Book of the Stranger|46/46953161d151a43ee|1597204|2016-05-15
The Door|47/4713886b2ba4a7382|1597206|2016-05-22
Blood of My Blood|47/47306320cfa8ed954|1597208|2016-05-29
The Broken Man|47/47442743646129dfe|1597210|2016-06-05
No One|47/47535683f469db9dc|1597212|2016-06-12
Battle of the Bastards|47/47656904ed064a70e|1597214|2016-06-19
The Winds of Winter|47/47794662a7bad3773|1597216|2016-06-26
Dragonstone|56/5653660288c1c81be|1994322|2017-07-16
Stormborn|57/573592873c2d7e30d|2322646|2017-07-23
The Queen's Justice|57/5744996d1ac8b7f1c|2322648|2017-07-30
The Spoils of War|57/5757186ea1347b364|2322650|2017-08-06
Eastwatch|60/6041876635413c1dc|2322652|2017-08-13
Beyond the Wall|60/6061444b7b5cfdf0f|2322654|2017-08-20
The Dragon and the Wolf|60/6079096a1b4f14525|2322656|2017-08-27
Winterfell|79/7905384f49dc66663|2653268|2019-04-14
A Knight of the Seven Kingdoms|79/79844223fbfda21ed|4262288|2019-04-21
The Long Night|80/8010946a4a8e5183a|4262290|2019-04-28
The Last of the Starks|80/80340780a89891cfe|4262292|2019-05-05
The Bells|80/8060766dc5b058ba8|4262294|2019-05-12
The Iron Throne|80/807142085d4db12f4|4262296|2019-05-19"""

SNK_FACTS = """To You, 2000 Years in the Future: The Fall of Zhiganshina (1)|26/26148581d640c58b8|958466|2013-04-07
That Day: The Fall of Zhiganshina (2)|26/2614860d56b63e7b6|958465|2013-04-14
A Dim Light in the Darkness of Despair: Humanity Rises Again (1)|26/2614854a4ea579a0a|958464|2013-04-21
Night of the Graduation Ceremony: Humanity Rises Again (2)|26/2614856d2c9748b98|958463|2013-04-28
First Battle: Battle of Trost (1)|26/261387675cd7dc6f2|958469|2013-05-05
The World the Girl Saw: Battle for Trost (2)|26/2615206719fda0aa6|958468|2013-05-12
The Small Blade: The Battle for Trost (3)|26/2615198a4024c17f0|958467|2013-05-19
Hearing the Heartbeat: The Battle for Trost (4)|26/2616944badb18b586|958470|2013-05-26
Where the Left Arm Went: The Battle for Trost (5)|26/2616166e16f9c13c5|958474|2013-06-02
Response: The Battle for Trost (6)|26/26178945863404d39|958473|2013-06-09
Icon: The Battle for Trost (7)|26/26174200b819508b3|958472|2013-06-16
Wound: The Battle for Trost (8)|26/2617294c405481fc5|958471|2013-06-23
Primal Desires: The Battle for Trost (9)|26/2618942e4d330ba88|958478|2013-06-30
Still Can't See: Night Before the Counteroffensive (1)|26/26200588d0e11bc5f|958477|2013-07-14
Special Ops Squad: Night Before the Counteroffensive (2)|26/261951260f767a80b|958476|2013-07-21
What Should Be Done: Night Before the Counteroffensive (3)|26/262124682a6c71a7f|958475|2013-07-28
Female Titan: 57th Expedition Beyond the Walls (1)|26/2622672419fb42a3e|958483|2013-08-04
Forest of Giant Trees: 57th Expedition Beyond the Walls (2)|26/26221827fd9584cbd|958482|2013-08-11
Bite: 57th Expedition Beyond the Walls (3)|26/26237244f0abbfde3|958481|2013-08-18
Erwin Smith: 57th Expedition Beyond the Walls (4)|26/26229766ff515bcb9|958480|2013-08-25
Crushing Blow: 57th Expedition Beyond the Walls (5)|26/2624554d91238e057|967848|2013-09-01
The Defeated: 57th Expedition Beyond the Walls (6)|26/2624090ad317247dd|967847|2013-09-08
Smile: Raid on Stohess District (1)|26/2625816477cb6838e|967846|2013-09-15
Mercy: Raid on Stohess District (2)|26/262553638c09b83d1|967845|2013-09-22
The Wall: Raid on Stohess District (3)|26/262686099f8b0e654|967849|2013-09-28"""


def facts(text):
    return [line.split("|") for line in text.strip().split("\n")]


SNK_AIR = [utc(day + " 01:58") - timedelta(hours=9) for *_, day in facts(SNK_FACTS)]

# --- rows --------------------------------------------------------------------
def status_of(r):
    i = r["id"]
    if i in WATCHING:
        return "watching"
    if i in HOLD:
        return "hold"
    if i in DROPPED:
        return "dropped"
    done = i in plays or i in film_plays or i in BULK or i in NO_SEASONS or i in MIDNIGHT or i == AIRED_STAMP \
        or i in NO_DATE_KEY + NO_DATE_NULL + EPOCH
    return "completed" if done else "plantowatch"


def code(r, s, e):
    return "S%02dE%02d" % (s, e) if r["kind"] == "tv" else "E%02d" % e


def ids(r, key="simkl"):
    out = {key: r["id"], "slug": r["slug"]}
    out.update((k, r[k]) for k in ("imdb", "tmdb", "tvdb", "mal", "anidb") if r[k])
    return out


def media(r, full=True):
    out = {"title": r["title"], "poster": r["poster"], "year": r["year"], "ids": ids(r)}
    if full:
        out["runtime"] = r["runtime"]
    return out


def seen_of(i):
    """[(season, episode, instant | None | '')] in order; '' = no watched_at key."""
    r = T[i]
    if i in NO_DATE_KEY:
        return [(s, e, "") for s, e in episodes_of(i)]
    if i in NO_DATE_NULL:
        return [(s, e, None) for s, e in episodes_of(i)]
    if i in EPOCH:
        return [(s, e, datetime(1970, 1, 1, 0, 0, 1)) for s, e in episodes_of(i)]
    if i in BULK:
        t = utc(BULK[i]) + timedelta(seconds=31)
        return [(s, e, t + timedelta(seconds=BULK_STEP[i] * (s - 1))) for s, e in episodes_of(i)]
    if i == AIRED_STAMP:
        return [(1, n + 1, t) for n, t in enumerate(SNK_AIR)]
    if i in film_plays and r["kind"] == "anime":
        return [(1, 1, film_plays[i])]
    ticked = [(s, e, "") for j, _, n, _ in SIDE if j == i for s, e in episodes_of(i)[:n]]
    return ticked + plays.get(i, [])


def seasons_json(seen, runtime):
    """Of what was imported without dates Simkl knows no lengths either."""
    out = {}
    for s, e, t in sorted(seen, key=lambda p: p[:2]):
        ep = {"number": e}
        if t != "":
            ep["watched_at"] = z(t) if t else None
            ep["runtime"] = runtime if t else None
        out.setdefault(s, []).append(ep)
    return [{"number": s, "episodes": eps} for s, eps in sorted(out.items())]


# Next episodes of the shows she follows: title, date as the station gives it.
NEXT = {
    10280: ("S04E04", "The Hot Troll Deviation", "2010-10-14T20:00:00-05:00"),
    25381: ("S06E11", "She's Gone", "2017-01-25T22:00:00-05:00"),
    922016: ("S03E08", "Unicorse", None),
    3407: ("S08E03", "How the West Was 1010001", "2023-08-07T00:00:00-05:00"),
    37474: ("E89", "Episode 89", "2008-01-10T18:00:00+09:00"),
    40177: ("E41", "Episode 41", None),
    644079: ("E61", "Episode 61", "2018-12-04T18:25:00+09:00"),
    51020: ("E21", "Episode 21", "2015-02-22T06:30:00+09:00"),
    1229789: ("E35", "Episode 35", "2021-06-05T09:30:00+09:00"),
}
IMPORT = utc("2023-12-30 14:05")
own = {}                                           # id -> what the row says, for ratings, stats, checks
for n, r in enumerate(LIBRARY):
    i, status, seen = r["id"], status_of(r), seen_of(r["id"])
    dated = [t for *_, t in seen if t]
    if i in film_plays:
        dated = [film_plays[i]]
    if i in MIDNIGHT:
        dated = [datetime.fromisoformat(MIDNIGHT[i])]
    if i in NO_SEASONS:
        dated = [utc(NO_SEASONS[i])]
    real = [t for t in dated if t.year >= 2024]
    imported = i in NO_DATE_KEY + NO_DATE_NULL + EPOCH or i == AIRED_STAMP or i in NO_SEASONS or any(t == "" for *_, t in seen)
    if imported:
        added = IMPORT + timedelta(seconds=17 * n)
    elif i in BULK:
        added = min(real) - timedelta(seconds=12)
    elif real:
        added = min(real) - timedelta(minutes=r["runtime"] or 0, days=rng.choice((0, 0, 0, 1, 3, 9, 24)),
                                      seconds=rng.randrange(60, 4000))
    else:
        floor = date(2026, 6, 1) if r["year"] == 2026 else FIRST
        added = from_local(floor + timedelta(days=rng.randrange((LAST - floor).days)), rng.randrange(9 * 60, 23 * 60))
        added += timedelta(seconds=rng.randrange(60))
    added = max(added, IMPORT - timedelta(seconds=1))
    rating = rated = None
    chance = {"completed": .62, "dropped": .5, "watching": .25}.get(status, 0)
    roll = rng.random()
    pick = rng.choices(range(1, 11), {"dropped": (2, 4, 6, 8, 6, 2, 0, 0, 0, 0)}.get(status, (0, 0, 1, 2, 5, 12, 26, 30, 18, 8)))[0]
    after = timedelta(minutes=rng.choice((1, 2, 3, 5, 40, 700, 2900)), seconds=rng.randrange(60))
    if i in MEMOS:
        rating = MEMOS[i][2]
    elif roll < chance:
        rating = pick
    if rating:
        base = max(real) if real else max(added, utc("2024-01-02 18:00"))
        rated = min(base + after, ANCHOR - timedelta(hours=2, seconds=n))
        if base >= rated:
            rated = base + timedelta(seconds=40)
    own[i] = dict(r=r, status=status, seen=seen, last=max(dated) if dated else None, added=added, rating=rating, rated=rated)
own[8965]["rating"], own[8965]["rated"] = 8, utc("2024-01-02 19:12")


def row(i, full=True):
    o = own[i]
    r, status = o["r"], o["status"]
    out = {"added_to_watchlist_at": z(o["added"]), "last_watched_at": z(o["last"]) if o["last"] else None,
           "user_rated_at": z(o["rated"]) if o["rated"] else None, "user_rating": o["rating"], "status": status}
    eps = episodes_of(i)
    reg = {(s, e) for s, e, _ in o["seen"] if s}
    count = len(eps) if i in NO_SEASONS else len(reg)
    off = unaired(i)
    left = [p for p in eps if p not in reg and p not in off] if i not in NO_SEASONS else []
    if r["kind"] != "movie":
        last = [(s, e) for s, e, _ in o["seen"] if s]
        out["last_watched"] = code(r, *last[-1]) if last and status != "completed" else None
        out["next_to_watch"] = code(r, *left[0]) if left else None
        if full and status == "watching" and left:
            text, title, when = NEXT[i]
            assert text == out["next_to_watch"], (i, text, out["next_to_watch"])
            s, e = left[0]
            info = {"title": title, "season": s, "episode": e, "date": when}
            if r["kind"] == "anime":
                del info["season"]
            out["next_to_watch_info"] = info
    if not full:
        out["movie" if r["kind"] == "movie" else "show"] = media(r, full=False)
        return out
    out["watched_episodes_count"] = count if r["kind"] != "movie" else 0
    out["total_episodes_count"] = len(eps) if r["kind"] != "movie" else 0
    out["not_aired_episodes_count"] = len(off)
    if r["kind"] == "anime":
        out["anime_type"] = r["anime_type"]
    m = MEMOS.get(i)
    out["memo"] = {"text": m[0], "is_private": m[1]} if m else {}
    out["movie" if r["kind"] == "movie" else "show"] = media(r)
    if o["seen"] and r["kind"] != "movie":
        out["seasons"] = seasons_json(o["seen"], r["runtime"])
    return out


def rewatch_row(i, number):
    key, base = ("rewatch", i), row(i)
    for k in ("next_to_watch_info", "seasons"):
        base.pop(k, None)
    base["memo"] = {}
    if i in film_plays:
        t = film_plays[key]
        base.update(added_to_watchlist_at=base["added_to_watchlist_at"], last_watched_at=z(t))
        state = "completed"
    else:
        seen = plays[key]
        base.update(last_watched_at=z(seen[-1][2]), last_watched=code(T[i], *seen[-1][:2]),
                    next_to_watch=code(T[i], *episodes_of(i)[len(seen)]), watched_episodes_count=len(seen),
                    seasons=seasons_json(seen, T[i]["runtime"]))
        state = "active"
    base.update(is_rewatch=True, rewatch_id=number, rewatch_status=state)
    return base


library = {"shows": [], "anime": [], "movies": []}
for r in LIBRARY:
    library[BUCKET[r["kind"]]].append(row(r["id"]))
    if ("rewatch", r["id"]) in plays or ("rewatch", r["id"]) in film_plays:
        library[BUCKET[r["kind"]]].append(rewatch_row(r["id"], 90210 + len(library["movies"])))
ratings = {b: [] for b in library}
for r in LIBRARY:
    if own[r["id"]]["rating"]:
        ratings[BUCKET[r["kind"]]].append(row(r["id"], full=False))

# --- playback, settings, activities, stats -----------------------------------
playback = [
    {"id": 7301123, "progress": 61.4, "paused_at": "2026-11-19T21:58:41Z", "type": "episode",
     "episode": {"season": 4, "number": 4, "title": "The Hot Troll Deviation", "tvdb_season": 4, "tvdb_number": 4},
     "show": {k: media(T[10280])[k] for k in ("title", "year", "ids")}},
    {"id": 7300888, "progress": 23.0, "paused_at": "2026-11-18T20:12:07Z", "type": "episode",
     "episode": {"number": 89, "title": "Episode 89"},
     "anime": {k: media(T[37474])[k] for k in ("title", "year", "ids")}},
    {"id": 7299410, "progress": 37.8, "paused_at": "2026-11-15T20:41:55Z", "type": "movie",
     "movie": {k: media(T[388306])[k] for k in ("title", "year", "ids")}},
]
settings = {
    "user": {"name": "Mara Lindqvist", "joined_at": "2023-12-30T13:52:10.000Z", "gender": "female", "avatar": None,
             "bio": "Private: this must never be published", "loc": "Uppsala", "age": "34 years"},
    "account": {"id": 4242424, "timezone": "Europe/Stockholm", "type": "free", "anime_title_language": "romaji"},
    "connections": {"facebook": False},
}


def activity(bucket, playback_at):
    mine = [o for o in own.values() if BUCKET[o["r"]["kind"]] == bucket]
    names = ["plantowatch", "watching", "completed", "hold", "dropped"]
    if bucket == "movies":
        names = ["plantowatch", "completed", "dropped"]
    out = {"rated_at": z(max(o["rated"] for o in mine if o["rated"])), "playback": playback_at}
    for s in names:
        out[s] = z(max(max(o["added"], o["last"] or o["added"]) for o in mine if o["status"] == s))
    if bucket == "shows":
        out["completed"] = max(out["completed"], z(plays["rewatch", 585056][-1][2]))
    if bucket == "movies":
        out["completed"] = max(out["completed"], z(film_plays["rewatch", 472214]))
    out["removed_from_list"] = "2026-02-08T19:22:40Z"
    return {"all": max(out.values()), **out}


acts = {"tv_shows": activity("shows", playback[0]["paused_at"]),
        "anime": activity("anime", playback[1]["paused_at"]),
        "movies": activity("movies", playback[2]["paused_at"])}
activities = {"all": max(a["all"] for a in acts.values()), "settings": {"all": "2026-08-30T08:15:00Z"},
              "custom_lists": {"lists": {"all": None, "regular": None, "favorites": None, "recommendations": None, "auto": None}},
              **acts}

LIST = {b: [x for x in rows if not x.get("is_rewatch")] for b, rows in library.items()}


def stat_block(bucket):
    out, total = {}, 0
    for s in ("watching", "hold", "plantowatch", "completed", "dropped"):
        rows = [x for x in LIST[bucket] if x["status"] == s]
        seen = sum(x["watched_episodes_count"] for x in rows)
        whole = sum(x["total_episodes_count"] for x in rows)
        total += sum(x["watched_episodes_count"] * (x["show"]["runtime"] or 0) for x in rows)
        out[s] = {"watched_episodes_count": seen, "count": len(rows)}
        if s in ("watching", "hold", "plantowatch"):
            out[s].update(left_to_watch_episodes=whole - seen, total_episodes_count=whole, left_to_watch_mins=sum(
                (x["total_episodes_count"] - x["watched_episodes_count"]) * (x["show"]["runtime"] or 0) for x in rows))
    return {"total_mins": total, **out}


def last_week():
    since = ANCHOR - timedelta(days=7)
    mins = {"tv": 0, "anime": 0, "movie": 0}
    for key, seen in plays.items():
        r = T[key[1] if isinstance(key, tuple) else key]
        mins[r["kind"]] += sum(r["runtime"] for s, _, t in seen if s and t > since)
    for key, t in film_plays.items():
        r = T[key[1] if isinstance(key, tuple) else key]
        mins[r["kind"]] += r["runtime"] if t > since else 0
    return {"total_mins": sum(mins.values()), "movies_mins": mins["movie"], "tv_mins": mins["tv"], "anime_mins": mins["anime"]}


movies_stat = {s: {"mins": sum(x["movie"]["runtime"] or 0 for x in LIST["movies"] if x["status"] == s),
                   "count": sum(x["status"] == s for x in LIST["movies"])} for s in ("plantowatch", "completed", "dropped")}
stats = {"tv": stat_block("shows"), "anime": stat_block("anime"),
         "movies": {"total_mins": movies_stat["completed"]["mins"], **movies_stat}}
stats = {"total_mins": sum(b["total_mins"] for b in stats.values()), **stats, "watched_last_week": last_week()}

# --- crowd -------------------------------------------------------------------
def crowd(kind):
    out = []
    for r in LIBRARY:
        if r["kind"] != kind or not (r["simkl_votes"] or r["imdb_votes"] or r["mal_votes"]):
            continue
        x = {"id": r["id"], "type": kind, "link": "https://simkl.com/%s/%d/%s" % (PATH[kind], r["id"], r["slug"]),
             "release_status": ("released" if kind == "movie" else "ongoing" if unaired(r["id"]) else "ended"),
             "release_year": r["year"], "rank": r["rank"]}
        if r["simkl_votes"]:
            x["simkl"] = {"rating": r["simkl_rating"], "votes": r["simkl_votes"]}
            if r["droprate"]:
                x["simkl"]["droprate"] = r["droprate"]
        if r["imdb_votes"]:
            x["imdb"] = {"rating": r["imdb_rating"], "votes": r["imdb_votes"]}
        if r["mal_votes"]:
            x["mal"] = {"rating": r["mal_rating"], "votes": r["mal_votes"]}
            if r["mal_rank"]:
                x["mal"]["rank"] = r["mal_rank"]
        out.append(x)
    return out


# --- calendar (v2 shape; the dates are made up) -------------------------------
def airing(i, day, clock, s, e, title=None, finale=None, runtime=True, episode=True):
    r = T[i]
    when = ANCHOR.replace(hour=0, minute=0) + timedelta(days=day)
    x = {"simkl_id": i, "date": when.strftime("%Y-%m-%dT") + clock + ":00Z", "finale_type": finale}
    if episode and r["kind"] != "movie":
        tail = "season-%d/episode-%d/" % (s, e) if r["kind"] == "tv" else "episode-%d/" % e
        x["episode"] = {"season": s, "episode": e, "title": title, "runtime": r["runtime"] if runtime else None,
                        "url": "https://simkl.com/%s/%d/%s/%s" % (PATH[r["kind"]], i, r["slug"], tail)}
        if r["kind"] == "anime":
            del x["episode"]["season"]
    return x


def span(i, first, clock, s, e, n, step=7, **kw):
    return [airing(i, first + step * k, clock, s, e + k, **kw) for k in range(n) if first + step * k <= 33]


cal_tv = [airing(27057, -1, "02:00", 13, 4, "Lantern Street"),
          airing(27057, 13, "02:00", 13, 5, "The Long Table"), airing(27057, 20, "02:00", 13, 6, finale=1),
          airing(27057, 27, "02:00", 13, 7)]
cal_tv += span(995148, 2, "08:00", 6, 2, 4) + [airing(995148, 30, "08:00", 6, 6, finale=2)]
cal_tv += [airing(983736, 9, "02:00", 3, 1, "Back on the Floor")] + span(983736, 16, "02:00", 3, 2, 3)   # a premiere, planned
cal_tv += [airing(3407, 4, "05:00", 11, 1), airing(3407, 11, "05:00", 11, 2)]
cal_tv += [airing(3437, 25, "05:00", 16, 1, runtime=False), airing(922016, 17, "22:30", 4, 1)]
# nothing of hers:
cal_tv += span(1399798, 0, "14:00", 4, 7, 3, step=14) + span(1391898, 1, "01:00", 6, 3, 5)
cal_tv += span(1391790, 1, "23:00", 2026, 41, 5, runtime=False) + span(1400618, 2, "16:00", 7, 40, 5, runtime=False)
cal_tv += span(1376716, 12, "08:00", 5, 1, 1) + span(1400622, 5, "00:00", 3, 1, 4) + span(1373436, 3, "02:00", 2, 1, 3)
cal_tv += span(1520136, -1, "05:00", 1, 1, 2, runtime=False) + span(1395014, 6, "02:00", 2, 9, 3)
cal_tv += [airing(1361734, 8, "08:00", 3, 6, "The Last Party", finale=3)]
cal_anime = span(38636, 2, "14:15", 1, 1178, 4)
cal_anime += span(51020, 6, "16:30", 1, 74, 4, title=None)
cal_anime += span(1972214, 0, "02:00", 1, 195, 5) + span(1902682, 6, "02:00", 1, 240, 4)
cal_anime += span(1897462, 5, "16:00", 1, 24, 4, runtime=False) + span(1222941, 0, "15:00", 1, 52, 5)
cal_anime += [airing(1384857, 17, "15:30", 1, 12, finale=2), airing(1248723, 10, "09:00", 1, 6, runtime=False),
              airing(848011, 21, "15:00", 1, 1, episode=False)]
cal_movie = [airing(3069405, 14, "05:00", 0, 0), airing(2091291, 25, "05:00", 0, 0), airing(1377926, 7, "05:00", 0, 0)]


def card(i):
    r = T[i]
    x = {"title": r["title"], "url": "/%s/%d/%s" % (PATH[r["kind"]], i, r["slug"]), "alt_titles": [], "poster": r["poster"],
         "fanart": None, "ids": ids(r, "simkl_id"), "release_date": FIRST_AIRED.get(i), "rank": r["rank"] or 0,
         "ratings": {"simkl": {"rating": r["simkl_rating"], "votes": r["simkl_votes"]}}}
    other = "mal" if r["kind"] == "anime" else "imdb"
    x["ratings"][other] = {"rating": r[other + "_rating"], "votes": r[other + "_votes"]}
    if r["use"] == "library":                      # sparse cards exist: titles nobody details
        x.update(drop_rate=r["droprate"] or "-", runtime=("%dm" % r["runtime"] if r["runtime"] else None),
                 status="premiere" if r["kind"] == "movie" else "ongoing", trailer=None)
        if r["kind"] != "movie":
            x["total_episodes"] = len(episodes_of(i))
    if r["kind"] == "anime":
        x["anime_type"] = r["anime_type"]
    if i in DETAILS and DETAILS[i][2]:
        x["network"] = DETAILS[i][2]
    if i in PREMIERES:
        x["genres"], x["network"] = PREMIERES[i]
    return x


# What begins and is nothing of hers.
PREMIERES = {1376716: (["Reality", "Romance"], "Netflix"), 1400622: (["Reality", "Food"], "HGTV"), 1373436: (["Adventure", "Documentary"], "Disney+"),
             1377926: (["Documentary"], None)}

# --- details: overview (ours), genres, network, country, certification, first aired ---
DETAILS = {
    11121: ("A chemistry teacher with a bad diagnosis starts cooking, and finds out how much he likes being good at it.",
            "Crime,Drama,Thriller", "AMC", "US", "TV-MA", "2008-01-20"),
    46614: ("Before he was Saul he was Jimmy: a lawyer with a gift for shortcuts and a brother who never forgave them.",
            "Crime,Drama", "AMC", "US", "TV-MA", "2015-02-08"),
    1057374: ("One night at reactor four, told hour by hour and then year by year. The lies cost more than the graphite.",
              "Drama,History", "HBO", "US", "TV-MA", "2019-05-06"),
    737685: ("Four families, one cave, and a calendar that folds back on itself every 33 years.",
             "Drama,Mystery,Science Fiction", "Netflix", "DE", "TV-MA", "2017-12-01"),
    17465: ("Great houses quarrel over an uncomfortable chair while winter walks slowly south.",
            "Drama,Fantasy,Adventure", "HBO", "US", "TV-MA", "2011-04-17"),
    548312: ("A boy vanishes, a girl with a shaved head turns up, and the bicycles of Hawkins never rest again.",
             "Drama,Fantasy,Horror", "Netflix", "US", "TV-14", "2016-07-15"),
    20953: ("Sherlock Holmes with a phone and a blog. John Watson keeps the flat and the friendship in one piece.",
            "Crime,Drama,Mystery", "BBC One", "GB", "TV-14", "2010-07-25"),
    585056: ("Eleanor wakes up in the afterlife by clerical error and decides to study ethics so nobody notices.",
             "Comedy,Fantasy", "NBC", "US", "TV-14", "2016-09-19"),
    42062: ("The 99th precinct solves crimes between heists, cold opens and the captain's very dry remarks.",
            "Comedy,Crime", "NBC", "US", "TV-14", "2013-09-17"),
    452264: ("Elliot fixes networks by day and breaks a conglomerate by night, if any of it is really happening.",
             "Crime,Drama,Thriller", "USA Network", "US", "TV-MA", "2015-06-24"),
    967226: ("What if the heroes were a product line? Four men and a woman with a grudge file the complaint.",
             "Action,Comedy,Science Fiction", "Prime Video", "US", "TV-MA", "2019-07-26"),
    1104016: ("The last people alive ride one train around a frozen planet, sorted by ticket class.",
              "Drama,Science Fiction", "AMC", "US", "TV-MA", "2020-05-17"),
    925216: ("Seven adopted siblings with odd talents meet at a funeral and learn there is a week left.",
             "Action,Comedy,Drama", "Netflix", "US", "TV-14", "2019-02-15"),
    4921: ("Each story takes one gadget that could exist next year and lets it go wrong.",
           "Drama,Science Fiction,Thriller", "Netflix", "GB", "TV-MA", "2011-12-04"),
    1067626: ("A bounty hunter of few words takes one job too small to refuse, and ends up a father.",
              "Action,Adventure,Science Fiction", "Disney+", "US", "TV-14", "2019-11-12"),
    42580: ("A Birmingham family moves from razor blades to Parliament, one deal at a time.",
            "Crime,Drama", "BBC One", "GB", "TV-MA", "2013-09-12"),
    704397: ("A financial adviser moves his family to a lake and washes money faster than it dries.",
             "Crime,Drama,Thriller", "Netflix", "US", "TV-MA", "2017-07-21"),
    27057: ("A new haunted place every season, played by almost the same faces.",
            "Drama,Horror,Thriller", "FX", "US", "TV-MA", "2011-10-05"),
    995148: ("The gospel story told from among the fishermen, tax collectors and doubters who followed.",
             "Drama,Family,History", "Angel.com", "US", None, "2019-04-21"),
    922016: ("A blue heeler pup turns every afternoon into a game, and the parents have to play along.",
             "Animation,Children,Comedy,Family", "ABC Kids", "AU", None, "2018-10-01"),
    10280: ("Two physicists, two friends and the neighbour who explains the world to them.",
            "Comedy", "CBS", "US", "TV-14", "2007-09-24"),
    25381: ("A dropout with a perfect memory bluffs his way into a New York law firm.",
            "Drama", "USA Network", "US", "TV-14", "2011-06-23"),
    3407: ("Delivered a thousand years late, a pizza boy takes a job with a very old professor.",
           "Animation,Comedy,Science Fiction", "Hulu", "US", "TV-14", "1999-03-28"),
    40398: ("Gon takes the hardest exam in the world to meet his father, and collects friends instead.",
            "Action,Adventure,Comedy,Fantasy", "NTV", "JP", None, "2011-10-02"),
    41586: ("Two brothers paid too much for forbidden alchemy and travel to earn it back fairly.",
            "Action,Adventure,Drama,Fantasy", "MBS", "JP", None, "2009-04-05"),
    38960: ("A self-declared mad scientist texts the past from a microwave. The past answers.",
            "Drama,Science Fiction,Thriller", "TV Saitama", "JP", None, "2011-04-06"),
    37089: ("Four bounty hunters and a very clever dog drift through the solar system, always broke.",
            "Action,Drama,Science Fiction", "WOWOW", "JP", None, "1998-04-03"),
    40190: ("A bored student is handed the power over names; a detective who sits strangely wants it back.",
            "Mystery,Psychological,Thriller", "NTV", "JP", None, "2006-10-04"),
    36433: ("A cat-like creature offers wishes. Read the terms.",
            "Drama,Magic,Psychological", "MBS", "JP", None, "2011-01-07"),
    39687: ("Humanity lives behind walls until something tall enough looks over the top.",
            "Action,Drama,Fantasy", "MBS", "JP", None, "2013-04-07"),
    50250: ("A surgeon saves the wrong boy and spends years walking across Europe to undo it.",
            "Drama,Mystery,Thriller", "NTV", "JP", None, "2004-04-07"),
    46744: ("Table tennis as a question: what is talent for, and who is it fair to?",
            "Drama,Sports", "Fuji TV", "JP", None, "2014-04-11"),
    38636: ("A boy of rubber wants to be king of the pirates. The crew, and the map, keep growing.",
            "Action,Adventure,Comedy,Fantasy", "Fuji TV", "JP", None, "1999-10-20"),
    543146: ("A girl in the mountains and a boy in Tokyo wake up as each other, and leave notes.",
             "Drama,Romance", None, "JP", None, "2016-08-26"),
    588357: ("A former soldier writes letters for others until she understands the one she was told.",
             "Drama,Fantasy", "Tokyo MX", "JP", None, "2018-01-11"),
}
FILMS = {                                          # id: overview, genres, country, certification, released, release dates
    54112: ("An orphan learns he is a wizard, and that school can be the place you finally belong.",
            "Adventure,Family,Fantasy", "US", "PG", "2001-11-14",
            [("AR", 3, "2001-11-29"), ("AT", 3, "2001-11-23"), ("AU", 3, "2001-11-29"), ("US", 3, "2001-11-16")]),
    67144: ("The last lesson takes place in the castle itself, with everyone in attendance.",
            "Adventure,Family,Fantasy", "US", "PG", "2011-07-15", [("GB", 3, "2011-07-15"), ("US", 3, "2011-07-15")]),
    472214: ("A thief of dreams is asked to leave something behind instead.",
             "Action,Science Fiction,Thriller", "US", "PG-13", "2010-07-16", [("GB", 3, "2010-07-16"), ("US", 3, "2010-07-16")]),
    526230: ("The old pilot teaches a class he was never meant to fly with.",
             "Action,Drama", "US", "PG-13", "2022-05-04", [("US", 1, "2022-05-04"), ("US", 3, "2022-05-27"), ("US", 4, "2022-08-23")]),
    897504: ("A tax audit, a laundromat, and every life she did not live.",
             "Action,Adventure,Science Fiction", "US", "R", "2022-03-11", [("US", 1, "2022-03-11"), ("US", 2, "2022-03-25"), ("US", 3, "2022-04-08")]),
    81500: ("Six heroes who cannot share a room are asked to share a city.",
            "Action,Adventure,Science Fiction", "US", "PG-13", "2012-04-25", [("SE", 3, "2012-04-25"), ("US", 3, "2012-05-04")]),
    430306: ("Five years after the snap, one rat and one bad idea give them a second try.",
             "Action,Adventure,Science Fiction", "US", "PG-13", "2019-04-24", [("SE", 3, "2019-04-24"), ("US", 3, "2019-04-26")]),
    53434: ("A son who wanted no part of the family business turns out to be the best at it.",
            "Crime,Drama", "US", "R", "1972-03-14", [("US", 1, "1972-03-14"), ("US", 3, "1972-03-24")]),
    54130: ("Two hit men, a boxer and a briefcase, told in the order that suits them.",
            "Crime,Thriller", "US", "R", "1994-05-21", [("US", 3, "1994-10-14")]),
    342994: ("They should have left the dog alone.", "Action,Thriller", "US", "R", "2014-10-24", [("US", 3, "2014-10-24")]),
    2091291: ("Behind the furniture showroom is a door, and behind the door is far too much carpet.",
              "Horror,Science Fiction", "US", None, "2026-05-27", [("US", 3, "2026-05-29"), ("US", 4, "2026-07-14")]),
    2533163: ("A happy couple, a wedding week, and one answer too honest.",
              "Comedy,Drama,Romance", "US", None, "2026-03-26", [("US", 3, "2026-04-03"), ("US", 4, "2026-05-05")]),
    388306: ("A streetwise orphan pulls the wrong sword out of the right stone.",
             "Action,Adventure,Fantasy", "US", "PG-13", "2017-05-10", [("US", 3, "2017-05-12")]),
}
TRAILERS = {                                       # FACTS
    40398: [(None, "D9iTQRB4XRk", 720)],
    17465: [("GAME OF THRONES - SEASON 1- TRAILER", "bjqEWgDVPe0", 1080), ("Game of Thrones | Season 1 | Official Trailer", "BpJYNVhGf1s", 1080)],
    54112: [("Trailer", "PbdM1db3JbY", 1080), ("Trailer 3", "k71hjl3zWsA", 1080), ("Trailer 2", "Q61YhARNOPg", 360), ("Teaser", "ue-RthZ6WWk", 360)],
    67144: [("Official Trailer 1", "mObK5XD8udk", 1080), ("Official Trailer 2", "5NYt1qirBWg", 1080), ("The Story of Snape", "2nPyasEm3g0", 720)],
    526230: [("Trailer", "giXco2jaZ_4", 1080)],
    2533163: [("Trailer", "0ZDzsH3XGFA", 1080)],
}
EN_TITLE = {41586: "Fullmetal Alchemist: Brotherhood", 36433: "Puella Magi Madoka Magica", 39687: "Attack on Titan"}   # FACTS
NATIVE_TITLE = {41586: "鋼の錬金術師 FULLMETAL ALCHEMIST", 36433: "魔法少女まどか☆マギカ", 39687: "進撃の巨人",
                37089: "カウボーイビバップ", 46744: "ピンポン THE ANIMATION"}   # FACTS
FANART = {17465: "65/6517108490267c6d", 40398: "44/4425394710046a7c0", 54112: "81/817014d41b4e4c26"}   # FACTS
RECOMMENDED = {                                    # FACTS
    17465: [11121, 548312, 42580, 32716, 4921, 8965, 501832, 20953, 1057374, 10280, 737685],
    40398: [41586, 38636, 39183, 39508, 644821, 40430, 38049, 40053, 39687, 36433, 51020],
}
RELATED = {40398: [(36589, "side story")]}         # FACTS
FIRST_AIRED = {i: d[5] for i, d in DETAILS.items()}
FIRST_AIRED.update({i: f[4] for i, f in FILMS.items()})


def detail(i):
    r = T[i]
    x = {"title": r["title"], "year": r["year"], "type": {"tv": "show"}.get(r["kind"], r["kind"]), "ids": ids(r),
         "rank": r["rank"], "poster": r["poster"], "fanart": FANART.get(i)}
    crowd_now = {}
    for s in ("simkl", "imdb", "mal"):
        if r[s + "_votes"]:
            crowd_now[s] = {"rating": r[s + "_rating"], "votes": r[s + "_votes"]}
    if r["mal_rank"]:
        crowd_now["mal"]["rank"] = r["mal_rank"]
    if r["kind"] == "movie":
        overview, genres, country, cert, released, dates = FILMS[i]
        x.update(released=released, runtime=r["runtime"], certification=cert, overview=overview, genres=genres.split(","),
                 country=country, release_dates=[
                     {"iso_3166_1": c, "results": [{"type": k, "release_date": d} for cc, k, d in dates if cc == c]}
                     for c in sorted({d[0] for d in dates})])
    else:
        overview, genres, network, country, cert, first = DETAILS[i]
        if r["kind"] == "anime":
            x.update(en_title=EN_TITLE.get(i), anime_type=r["anime_type"],
                     alt_titles=[{"name": NATIVE_TITLE[i], "lang": 0, "type": "official"}] if i in NATIVE_TITLE else [])
        x.update(first_aired=first, airs=None, runtime=r["runtime"], certification=cert, overview=overview,
                 genres=genres.split(","), country=country, total_episodes=len(episodes_of(i)),
                 status="airing" if i in (38636, 27057, 995148, 922016, 3407) else "ended", network=network)
    x.update(ratings=crowd_now, trailers=[{"name": n, "youtube": y, "size": s} for n, y, s in TRAILERS[i]] if i in TRAILERS else None)
    if r["droprate"]:
        x["droprate"] = r["droprate"]
    if i in RECOMMENDED:
        x["users_recommendations"] = [card_of(o) for o in RECOMMENDED[i]]
    if i in RELATED:
        x["relations"] = [{**card_of(o), "relation_type": word} for o, word in RELATED[i]]
    return x


def card_of(i):
    return {**{k: T[i][k] for k in ("title", "year", "poster")}, "ids": {"simkl": i, "slug": T[i]["slug"]}}


# --- episode lists: titles separated by |, one line a season; season starts with the station's offset ---
EPISODES = {
    11121: (7, "22:00:00-05:00", ["2008-01-20", "2009-03-08", "2010-03-21", "2011-07-17", "2012-07-15"], """\
Pilot|Cat's in the Bag...|...And the Bag's in the River|Cancer Man|Gray Matter|Crazy Handful of Nothin'|A No-Rough-Stuff-Type Deal
Seven Thirty-Seven|Grilled|Bit by a Dead Bee|Down|Breakage|Peekaboo|Negro y Azul|Better Call Saul|4 Days Out|Over|Mandala|Phoenix|ABQ
No Más|Caballo sin Nombre|I.F.T.|Green Light|Más|Sunset|One Minute|I See You|Kafkaesque|Fly|Abiquiu|Half Measures|Full Measure
Box Cutter|Thirty-Eight Snub|Open House|Bullet Points|Shotgun|Cornered|Problem Dog|Hermanos|Bug|Salud|Crawl Space|End Times|Face Off
Live Free or Die|Madrigal|Hazard Pay|Fifty-One|Dead Freight|Buyout|Say My Name|Gliding Over All|Blood Money|Buried|Confessions|Rabid Dog|To'hajiilee|Ozymandias|Granite State|Felina"""),
    1057374: (7, "21:00:00-05:00", ["2019-05-06"], "1:23:45|Please Remain Calm|Open Wide, O Earth|The Happiness of All Mankind|Vichnaya Pamyat"),
    20953: (7, "21:00:00+00:00", ["2010-07-25", "2012-01-01", "2014-01-01", "2017-01-01"], """\
A Study in Pink|The Blind Banker|The Great Game
A Scandal in Belgravia|The Hounds of Baskerville|The Reichenbach Fall
The Empty Hearse|The Sign of Three|His Last Vow
The Six Thatchers|The Lying Detective|The Final Problem"""),
    548312: (0, "03:00:00-05:00", ["2016-07-15", "2017-10-27", "2019-07-04", "2022-05-27", "2025-11-26"], """\
Chapter One: The Vanishing of Will Byers|Chapter Two: The Weirdo on Maple Street|Chapter Three: Holly, Jolly|Chapter Four: The Body|Chapter Five: The Flea and the Acrobat|Chapter Six: The Monster|Chapter Seven: The Bathtub|Chapter Eight: The Upside Down
Chapter One: MADMAX|Chapter Two: Trick or Treat, Freak|Chapter Three: The Pollywog|Chapter Four: Will the Wise|Chapter Five: Dig Dug|Chapter Six: The Spy|Chapter Seven: The Lost Sister|Chapter Eight: The Mind Flayer|Chapter Nine: The Gate
Chapter One: Suzie, Do You Copy?|Chapter Two: The Mall Rats|Chapter Three: The Case of the Missing Lifeguard|Chapter Four: The Sauna Test|Chapter Five: The Flayed|Chapter Six: E Pluribus Unum|Chapter Seven: The Bite|Chapter Eight: The Battle of Starcourt
Chapter One: The Hellfire Club|Chapter Two: Vecna's Curse|Chapter Three: The Monster and the Superhero|Chapter Four: Dear Billy|Chapter Five: The Nina Project|Chapter Six: The Dive|Chapter Seven: The Massacre at Hawkins Lab|Chapter Eight: Papa|Chapter Nine: The Piggyback
Chapter One: The Crawl|Chapter Two: The Vanishing of Holly Wheeler|Chapter Three: The Turnbow Trap|Chapter Four: Sorcerer|Chapter Five: Shock Jock|Chapter Six: Escape from Camazotz|Chapter Seven: The Bridge|Chapter Eight: The Rightside Up"""),
    1067626: (7, "03:00:00-05:00", ["2019-11-12", "2020-10-30", "2023-03-01"], """\
Chapter 1: The Mandalorian|Chapter 2: The Child|Chapter 3: The Sin|Chapter 4: Sanctuary|Chapter 5: The Gunslinger|Chapter 6: The Prisoner|Chapter 7: The Reckoning|Chapter 8: Redemption
Chapter 9: The Marshal|Chapter 10: The Passenger|Chapter 11: The Heiress|Chapter 12: The Siege|Chapter 13: The Jedi|Chapter 14: The Tragedy|Chapter 15: The Believer|Chapter 16: The Rescue
Chapter 17: The Apostate|Chapter 18: The Mines of Mandalore|Chapter 19: The Convert|Chapter 20: The Foundling|Chapter 21: The Pirate|Chapter 22: Guns for Hire|Chapter 23: The Spies|Chapter 24: The Return"""),
    737685: (0, "03:00:00-05:00", ["2017-12-01", "2019-06-21", "2020-06-27"], """\
Secrets|Lies|Past and Present|Double Lives|Truths|Sic Mundus Creatus Est|Crossroads|As You Sow, so You Shall Reap|Everything Is Now|Alpha and Omega
Beginnings and Endings|Dark Matter|Ghosts|The Travelers|Lost and Found|An Endless Cycle|The White Devil|Endings and Beginnings
Deja-vu|The Survivors|Adam and Eva|The Origin|Life and Death|Light and Shadow|Between the Time|The Paradise"""),
    4921: (0, "03:00:00-05:00", ["2011-12-04", "2013-02-11", "2016-10-21", "2017-12-29", "2019-06-05", "2023-06-15", "2025-04-10"], """\
The National Anthem|Fifteen Million Merits|The Entire History of You
Be Right Back|White Bear|The Waldo Moment
Nosedive|Playtest|Shut Up and Dance|San Junipero|Men Against Fire|Hated in the Nation
USS Callister|Arkangel|Crocodile|Hang the DJ|Metalhead|Black Museum
Striking Vipers|Smithereens|Rachel, Jack and Ashley Too
Joan Is Awful|Loch Henry|Beyond the Sea|Mazey Day|Demon 79
Common People|Bête Noire|Hotel Reverie|Plaything|Eulogy|USS Callister: Into Infinity"""),
    37089: (7, "01:00:00+09:00", ["1998-10-24"], "Asteroid Blues|Stray Dog Strut|Honky Tonk Women|Gateway Shuffle|Ballad of Fallen Angels|Sympathy for the Devil|Heavy Metal Queen|Waltz for Venus|Jamming with Edward|Ganymede Elegy|Toys in the Attic|Jupiter Jazz (Part 1)|Jupiter Jazz (Part 2)|Bohemian Rhapsody|My Funny Valentine|Black Dog Serenade|Mushroom Samba|Speak Like a Child|Wild Horses|Pierrot Le Fou|Boogie Woogie Feng Shui|Cowboy Funk|Brain Scratch|Hard Luck Woman|The Real Folk Blues (Part 1)|The Real Folk Blues (Part 2)"),
    36433: (7, "02:05:00+09:00", ["2011-01-07"], "As If I'd Met Her in a Dream...|That Would Be Truly Wonderful|I'm Not Afraid of Anything Anymore|Miracles and Magic Are Real|There's No Way I'll Ever Regret It|This Just Can't Be Right|Can You Face Your True Feelings?|I Was Stupid... So Stupid|I'd Never Allow That to Happen|I Won't Rely on Anyone Anymore|The Only Thing I Have Left to Guide Me|My Very Best Friend"),
    46744: (7, "00:50:00+09:00", ["2014-04-11"], "The Wind Makes It Too Hard to Hear|Smile Is a Robot|Staking Your Life on Table Tennis Is Revolting|The Only Way to Be Sure You Won't Lose Is to Not Fight|Where Did I Go Wrong?|You Love Table Tennis More Than Anyone!|Yes, My Coach!|Hero Appears|Yes, You Are!|I Am the Hero!|Blood Tastes Like Iron"),
}
LATER = {  # seasons that did not run weekly from their first day: (id, season): [(episode, first day)]
    (11121, 5): [(9, "2013-08-11")], (548312, 4): [(8, "2022-07-01")], (548312, 5): [(5, "2025-12-25"), (8, "2025-12-31")],
    (20953, 3): [(2, "2014-01-05")], (4921, 1): None, (4921, 2): None,
    (36433, 1): [(11, "2011-04-22"), (12, "2011-04-22")],
    (1067626, 1): [(2, "2019-11-15"), (7, "2019-12-18"), (8, "2019-12-27")], (11121, 1): [(3, "2008-02-10")],
}


def entry(kind, title, s, e, when, img=None, simkl=None, type="episode"):
    x = {"title": title, "description": None, "season": s, "episode": e, "type": type, "aired": True, "img": img, "date": when,
         "ids": {"simkl_id": int(simkl)} if simkl else {}}
    if kind == "anime":
        del x["season"]
    return x


def episode_list(i):
    r = T[i]
    if i in (17465, 39687):
        lines = facts(GOT_FACTS if i == 17465 else SNK_FACTS)
        time = "T21:00:00-05:00" if i == 17465 else "T01:58:00+09:00"
        return [entry(r["kind"], t, s, e, day + time, img or None, n)
                for (s, e), (t, img, n, day) in zip(episodes_of(i), lines, strict=True)]
    step, time, starts, text = EPISODES[i]
    out = []
    for s, line in enumerate(text.split("\n"), 1):
        names = line.split("|")
        assert len(names) == r["seasons"][s - 1], (i, s, len(names))
        day, pace = date.fromisoformat(starts[s - 1]), step
        if LATER.get((i, s), ()) is None:
            pace = 7
        skip = dict(LATER.get((i, s)) or ())
        for e, name in enumerate(names, 1):
            if e in skip:
                day = date.fromisoformat(skip[e])
            zone = time
            if i == 20953 and day.month in (7, 8):
                zone = time.replace("+00:00", "+01:00")
            if i == 548312 and s == 5:
                zone = "20:00:00-05:00"
            out.append(entry(r["kind"], name, s, e, day.isoformat() + "T" + zone))
            day += timedelta(days=pace)
    if i == 20953:
        x = entry("tv", "The Abominable Bride", None, None, "2016-01-01T21:00:00+00:00", type="special")
        del x["season"], x["episode"]
        out.append(x)
    return out


# --- write -------------------------------------------------------------------
def compact(x):
    return json.dumps(x, ensure_ascii=False, separators=(",", ":"))


def array(rows):
    return "[\n" + ",\n".join(compact(x) for x in rows) + "\n]" if rows else "[]"


def mapping(pairs):
    return "{\n" + ",\n".join(compact(str(k)) + ":" + v for k, v in pairs) + "\n}"


written = {}


def write(path, text):
    full = os.path.join(OUT, path)
    os.makedirs(os.path.dirname(full), exist_ok=True)
    with open(full, "w", encoding="utf-8", newline="\n") as f:
        f.write(text + "\n")
    written[path] = json.loads(text)


def lines(obj):
    return mapping((k, compact(v)) for k, v in obj.items())


for part in os.listdir(OUT) if os.path.isdir(OUT) else []:
    full = os.path.join(OUT, part)
    shutil.rmtree(full) if os.path.isdir(full) else os.remove(full)
write("all-items.json", mapping((b, array(rows)) for b, rows in library.items()))
write("ratings.json", mapping((b, array(rows)) for b, rows in ratings.items()))
write("activities.json", lines(activities))
write("settings.json", lines(settings))
write("stats.json", lines(stats))
write("playback.json", array(playback))
for name, entries in (("tv", cal_tv), ("anime", cal_anime), ("movie_release", cal_movie)):
    entries.sort(key=lambda x: (x["date"], x["simkl_id"]))
    cards = [(i, compact(card(i))) for i in sorted({x["simkl_id"] for x in entries})]
    write("calendar/%s.json" % name, mapping([("calendar", array(entries)), ("metadata", mapping(cards))]))
for name, kind in (("shows", "tv"), ("anime", "anime"), ("movies", "movie")):
    write("crowd/%s.json" % name, array(crowd(kind)))
for i in sorted([*DETAILS, *FILMS]):
    write("titles/%s/%d.json" % (PATH[T[i]["kind"]], i), lines(detail(i)))
for i in sorted([*EPISODES, 17465, 39687]):
    write("episodes/%s/%d.json" % (PATH[T[i]["kind"]], i), array(episode_list(i)))

# --- self-check --------------------------------------------------------------
items = written["all-items.json"]
canon = {b: [x for x in rows if not x.get("is_rewatch")] for b, rows in items.items()}
what = lambda x: x.get("show") or x.get("movie")
assert all(len({what(x)["ids"]["simkl"] for x in rows}) == len(rows) for rows in canon.values())
for b, rows in items.items():
    for x in rows:
        i = what(x)["ids"]["simkl"]
        r, off = T[i], unaired(i)
        eps = [(s["number"], e["number"], e.get("watched_at")) for s in x.get("seasons", ()) for e in s["episodes"]]
        regular = [p for p in eps if p[0]]
        assert len({p[:2] for p in eps}) == len(eps)
        assert all(p[:2] in episodes_of(i) and p[:2] not in off for p in regular)
        if b == "movies":
            assert "next_to_watch" not in x and x["status"] in ("plantowatch", "completed", "dropped")
            continue
        assert x["total_episodes_count"] == len(episodes_of(i)) and x["not_aired_episodes_count"] == len(off)
        assert x["watched_episodes_count"] == (len(regular) if "seasons" in x or x["status"] != "completed" else len(episodes_of(i)))
        if x.get("is_rewatch"):
            continue
        rest = [p for p in episodes_of(i) if p not in [q[:2] for q in regular] and p not in off]
        if x["status"] == "completed":
            assert x["next_to_watch"] is None and x["watched_episodes_count"] == x["total_episodes_count"], i
        else:
            assert x["next_to_watch"] == (code(r, *rest[0]) if rest else None)
            assert (x["status"] == "plantowatch") == (not eps), (i, x["status"])
        assert ("next_to_watch_info" in x) == (x["status"] == "watching" and bool(rest))
        stamps = [p[2] for p in eps if p[2]]
        if stamps:
            assert max(stamps) == x["last_watched_at"]
        for s, e, w in eps:
            a = air(i, s, e)
            assert not (a and w) or w > z(a), (i, s, e)
for b, rows in items.items():
    for x in rows:
        assert x["added_to_watchlist_at"] <= activities["all"]
        assert (x["user_rating"] is None) == (x["user_rated_at"] is None)
        if x["user_rated_at"] and not x.get("is_rewatch"):
            assert x["user_rated_at"] > (x["last_watched_at"] or "") and x["user_rated_at"] <= activities["all"]
        assert len(x["memo"].get("text", "")) <= 140
        assert ("PRIVATE-MEMO" in x["memo"].get("text", "")) == x["memo"].get("is_private", False)
assert activities["all"] <= z(ANCHOR)
spans = sorted(timeline)
assert all(a[1] < b[0] for a, b in zip(spans, spans[1:])), "two things at once"
assert spans[0][0] >= from_local(FIRST, 0) and spans[-1][1] <= ANCHOR
stamps = [z(t) for v in plays.values() for *_, t in v] + [z(t) for t in film_plays.values()]
assert len(set(stamps)) == len(stamps)
assert not any("2025-07-07" <= s[:10] <= "2025-07-20" for s in stamps)
assert not films and not [r for r in tv_wait + an_wait if r.left()], "the queue did not run out"
assert all(t.year >= T[k[1] if isinstance(k, tuple) else k]["year"] for k, v in plays.items() for *_, t in v)
for name, b in (("tv", "shows"), ("anime", "anime")):
    for s, block in stats[name].items():
        if s != "total_mins":
            assert block["count"] == sum(x["status"] == s for x in canon[b])
            assert block["watched_episodes_count"] == sum(x["watched_episodes_count"] for x in canon[b] if x["status"] == s)
assert stats["total_mins"] == stats["tv"]["total_mins"] + stats["anime"]["total_mins"] + stats["movies"]["total_mins"]
assert sum(len(written["crowd/%s.json" % n]) for n in ("shows", "anime", "movies")) >= 60
dates = [e["date"] for e in written["episodes/anime/%d.json" % AIRED_STAMP]]
got = [e["watched_at"] for x in canon["anime"] if what(x)["ids"]["simkl"] == AIRED_STAMP
       for e in x["seasons"][0]["episodes"]]
assert [z(datetime.fromisoformat(d).astimezone(timezone.utc)) for d in dates] == got
mine = {r["id"] for r in LIBRARY}
strange = sum(x["simkl_id"] not in mine for n in ("tv", "anime", "movie_release") for x in written["calendar/%s.json" % n]["calendar"])
assert strange >= 40, strange
for n in ("tv", "anime", "movie_release"):
    cal = written["calendar/%s.json" % n]
    assert {str(x["simkl_id"]) for x in cal["calendar"]} == set(cal["metadata"])
    assert all(z(ANCHOR - timedelta(days=2)) < x["date"] < z(ANCHOR + timedelta(days=34)) for x in cal["calendar"])
assert sum(os.path.getsize(os.path.join(p, f)) for p, _, fs in os.walk(OUT) for f in fs) < 1_500_000
assert all(0 < p["progress"] < 100 for p in playback)

for b, rows in canon.items():
    tally = {}
    for x in rows:
        tally[x["status"]] = tally.get(x["status"], 0) + 1
    print(b, len(rows), tally)
years = {}
for s in stamps:
    years[s[:4]] = years.get(s[:4], 0) + 1
print("dated plays", years, "files", len(written))
