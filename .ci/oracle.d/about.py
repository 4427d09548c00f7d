"""The About page: what is known of the plays' dates, and Simkl's own count beside ours."""
import words
from page import Page
from period import minutes
from statistics_pages import KINDS, ledger


def compare(report, site, account, with_times):
    page = Page(report, "about", site, "about")
    made = "How the numbers are made"
    page.sentence(page.lines[0].heading, "shows the data of", words.long_day(account.data_day))
    page.fact(made, "Days", f"{account.rollover:02} 00")
    time = minutes(account.plays)
    unknown = sum(not play.minutes for play in account.plays)
    estimated = words.share(minutes([play for play in account.plays if not play.is_own_length]), time) if time else ""
    page.fact(made, "Hours", f"{estimated} {unknown or ''}")
    # The rules' own numbers are what this program was written from.
    for name in ("Dates that cannot be", "Days without a time", "A year alone", "Marked", "Stamped", "The same viewing"):
        for line in page.of(made):
            if line.text.startswith(f"- **{name}:**"):
                line.compared = True
    ledger(page, made, account.plays, False)
    beside(page, account)
    page.sentence(None, "^Data of", words.long_day(account.data_day))


def beside(page, account):
    stats = account.read("stats.json") or {}
    rows = []
    for kind, name in KINDS.items():
        told = (stats.get(kind) or {}).get("total_mins")
        if told is not None:
            rows.append([name, words.length(minutes([play for play in account.plays if play.title.kind == kind])), words.length(told)])
    page.table("Beside Simkl's own count", "Kind", rows, keyed=True)
