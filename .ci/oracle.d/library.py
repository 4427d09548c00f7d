"""The library: how many titles are on each list, by kind, and the first of them."""
import words
from page import Page
from statistics_pages import KINDS
from titles import card, titled

LISTS = {"Watching": "watching", "Plan to watch": "plan", "On hold": "on-hold", "Completed": "completed", "Dropped": "dropped"}


def compare(report, site, account, with_times):
    page = Page(report, "library", site, "library")
    titles = list(account.titles.values())
    page.sentence("Library", "^[0-9]", words.count(len(titles)))
    lists = [(name, [title for title in titles if title.status == status]) for name, status in LISTS.items()]
    lists.append(("On no list", [title for title in titles if title.status not in LISTS.values()]))
    kinds = [kind for kind in KINDS if any(title.kind == kind for title in titles)]
    for line in page.lines:
        if title := titled(account, line):
            page.compare(line, card(account, title))
        elif line.text.startswith("Below are the first"):
            page.compare(line, "120")
    page.table("Library", "List", [row(name, group, kinds) for name, group in lists if group] + [row("All", titles, kinds)])


def row(name, titles, kinds):
    counts = [sum(title.kind == kind for title in titles) for kind in kinds] + [len(titles)] * (len(kinds) > 1)
    return [name] + [words.count(number) if number else "–" for number in counts]
