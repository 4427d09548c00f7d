"""The files for dashboards, stats.json and watching.json, and the calendars of single titles."""
import json, os, re
from datetime import timedelta
import words
from home import following, progress
from page import Page
from period import minutes
from upcoming import airings

LISTS = {"watching": "watching", "plan": "plan", "on_hold": "on-hold", "completed": "completed", "dropped": "dropped"}


def compare(report, site, account, with_times):
    page = Page(report, "feeds", site, "feeds")
    shown = json.load(open(os.path.join(site, "feeds/stats.json"), encoding="utf-8"))
    for name, value in statistics(account).items():
        page.value("stats.json", name, shown.get(name), value)
    single_titles(page, account)
    watching = json.load(open(os.path.join(site, "feeds/watching.json"), encoding="utf-8"))
    page.value("watching.json", "total", watching["total"], sum(title.status == "watching" for title in account.titles.values()))
    for item in watching["items"]:
        title = account.titles[item["kind"], item["simkl_id"]]
        for name, value in item_of(account, title).items():
            page.value("watching.json", f"{title.name}: {name}", item[name], value)


def single_titles(page, account):
    """Each title with an airing to come has a calendar of its own."""
    names = {airing.title.name for airing in airings(account) if not airing.is_film}
    page.sentence(None, "^[0-9,]+ titles?$", words.count(len(names)) if names else "")
    for line in page.lines:
        if match := re.match(r"- \*\*(.*):\*\* \[With times\]", line.text.replace("\\", "")):
            page.compare(line, match[1] if match[1] in names else "(no airing of it)", match[1])


def statistics(account):
    result = {"data_day": str(account.data_day)}
    for kind in ("tv", "anime", "movies"):
        plays = [play for play in account.plays if play.title.kind == kind]
        result |= {f"{kind}_titles": sum(title.kind == kind for title in account.titles.values()), f"{kind}_plays": len(plays),
                   f"{kind}_minutes": known_minutes(plays)}
    result |= {"minutes": known_minutes(account.plays), "plays": len(account.plays)}
    for days in (7, 30):
        since = account.data_day - timedelta(days=days - 1)
        plays = [play for play in account.plays if play.is_believed and since <= play.day <= account.data_day]
        result[f"minutes_last_{days}_days"] = minutes(plays) if plays == [] or any(play.minutes for play in plays) else None
    result |= {name: sum(title.status == status for title in account.titles.values()) for name, status in LISTS.items()}
    ratings = [account.rating(title) for title in account.titles.values() if account.rating(title)]
    result |= {"ratings": len(ratings), "rating_mean": float(words.rounded(words.mean(ratings), 1)) if ratings else None,
               "rating_median": float(words.median(ratings)) if ratings else None}
    return result


def known_minutes(plays):
    """No play takes no time; where no length is known, nobody knows."""
    return minutes(plays) if not plays or any(play.minutes for play in plays) else None


def item_of(account, title):
    watched, aired = progress(title)
    days = [play.day for play in title.plays if play.is_believed]
    return {"year": title.year, "watched_episodes": watched, "aired_episodes": aired,
            "total_episodes": title.item.get("total_episodes_count"), "percent": watched * 100 // aired if aired else None,
            "next_episode": following(title), "rating": account.rating(title),
            "last_watched": str(max(days)) if days else None}
