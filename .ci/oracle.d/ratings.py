"""The ratings, and how they compare with those of Simkl's viewers."""
import re
from fractions import Fraction
import words
from home import titled
from page import Page
from period import FEW, grouped
from statistics_pages import KINDS
from titles import crowd_of

VOTES = 50


def compare(report, site, account, with_times):
    page = Page(report, "ratings", site, "ratings")
    titles = [title for title in account.titles.values() if account.rating(title)]
    values = [account.rating(title) for title in titles]
    if not values:
        return
    page.fact("Ratings", "Rated", words.count(len(values)))
    page.fact("Ratings", "Median", words.rating(words.median(values)))
    page.fact("Ratings", "Mean", words.decimal(words.mean(values)))
    distribution(page, "How I rate", values, 1)
    for line in page.of("The best"):
        if title := titled(account, line):
            page.compare(line, f"[]{words.link(title)} {account.rating(title)} {title.year or ''}")
    # So few ratings are told by their numbers alone.
    if len(values) < FEW:
        return
    tables = "By kind and time"
    for name, key in (("Kind", lambda title: KINDS[title.kind]), ("Released", lambda title: f"{title.year // 10 * 10}s" if title.year else None),
                      ("Rated in", lambda title: str(day.year) if (day := account.rating_day(title)) else None)):
        groups = grouped([title for title in titles if key(title)], key)
        rows = []
        for group, members in groups.items():
            rows.append(ratings_row(account, group, members))
        for line in page.of(tables):
            if line.table == name and line.text and line.cells[0] not in groups:
                line.compared = True
                report.compared["ratings"] += 1
        page.table(tables, name, rows, keyed=True)
    genres = {genre: group for genre, group in by_genre(titles, lambda title: title).items() if len(group) >= FEW}
    rows = [ratings_row(account, genre, group) for genre, group in genres.items()]
    rows.sort(key=lambda row: -words.mean([account.rating(title) for title in genres[row[0]]]))
    page.table(tables, "Genre", rows[:12], keyed=True)
    crowd_words(page, account, titles, 10)
    group_gaps(page, account, titles)
    for line in page.lines:
        if line.text.startswith("[★"):
            line.compared = True
    for value in sorted(set(values)):
        value_page(Page(report, "ratings", site, f"ratings/{value}"), account, value, titles)


def ratings_row(account, name, titles):
    ratings = [account.rating(title) for title in titles]
    return [name, str(len(titles)), words.rating(words.median(ratings)), words.decimal(words.mean(ratings))]


def by_genre(values, title_of):
    groups = {}
    for value in values:
        for genre in dict.fromkeys(filter(None, title_of(value).details.get("genres") or [])):
            groups.setdefault(genre, []).append(value)
    return groups


def group_gaps(page, account, titles):
    """My means beside those of Simkl's viewers, of the titles that are compared: by kind and decade, and of the genres with the most."""
    gaps = crowd_gaps(account, titles)[0]
    kinds = grouped(gaps, lambda gap: KINDS[gap[1].kind])
    decades = grouped([gap for gap in gaps if gap[1].year], lambda gap: f"{gap[1].year // 10 * 10}s")
    genres = sorted(by_genre(gaps, lambda gap: gap[1]).items(), key=lambda pair: -len(pair[1]))[:12]
    for heading, head, groups in (("By kind and decade", "Titles of", kinds | decades), ("By genre", "Genre", dict(genres))):
        means = {}
        for name, group in groups.items():
            if len(group) >= FEW:
                both = [account.rating(title) for _, title, _ in group], [Fraction(str(crowd["rating"])) for _, _, crowd in group]
                means[name] = [Fraction(words.rounded(words.mean(values), 1)) for values in both]
        rows = [[name, words.decimal(mine), words.decimal(crowd), words.signed(words.decimal(mine - crowd)), str(len(groups[name]))]
                for name, (mine, crowd) in means.items()]
        widest = max((abs(mine - crowd) for mine, crowd in means.values()), default=0)
        page.sentence(heading, r"^\*\*.*: ([\d.]+ .*)", f"{words.decimal(widest)} 1 10" if rows else "")
        page.table(heading, head, rows, keyed=True)


def value_page(page, account, value, titles):
    page.sentence(None, r"^([\d,]+ titles?)", words.count(sum(account.rating(title) == value for title in titles)))
    for line in page.lines:
        if title := titled(account, line):
            crowd = crowd_of(account, title).get("simkl")
            page.compare(line, f"[]{words.link(title)} {title.year or ''} " + (words.decimal(str(crowd["rating"])) if crowd else ""))
            if account.rating(title) != value:
                page.report.differ(page, line.heading, title.name, f"is rated {account.rating(title)}")
        elif line.text.startswith("[All ratings]"):
            line.compared = True


def distribution(page, heading, values, least=FEW, time=""):
    counts = [values.count(value) for value in range(1, 11)]
    if page.draws(heading, "Rating", values):
        leading = [value for value in range(1, 11) if counts[value - 1] * 10 > max(counts) * 9]
        found = "" if len(leading) > 3 else " ".join(map(str, leading))
        if len(leading) == 1 and max(counts) < len(values):
            found += f" {max(counts)}"
        page.sentence(heading, r"^\*\*.*\*\* · Titles by rating", f"{found} {time}")
        page.table(heading, "Rating", [[str(value), words.count(count)] for value, count in zip(range(1, 11), counts)], keyed=True)
        text = f"{words.count(len(values))} {words.rating(words.median(values))} {words.decimal(words.mean(values))}"
        page.sentence(heading, "The median is", text)
    elif len(values) >= least:
        top = max(values.count(value) for value in values)
        modes = sorted({value for value in values if values.count(value) == top})
        most = f"{' '.join(map(str, modes))} {top if top > 1 else ''}"
        page.sentence(heading, "^Most often|The median", f"{most} {words.rating(words.median(values))} {words.decimal(words.mean(values))}")


def rated_in(account, period):
    return [title for title in account.titles.values() if (day := account.rating_day(title)) and period.first <= day <= period.last]


def crowd_gaps(account, titles):
    """Mine less Simkl's, of the titles with enough votes; and how many have too few, and how many none."""
    gaps, few, none = [], 0, 0
    for title in titles:
        crowd = crowd_of(account, title).get("simkl")
        if not crowd:
            none += 1
        elif crowd["votes"] < VOTES:
            few += 1
        else:
            gaps.append((account.rating(title) - Fraction(str(crowd["rating"])), title, crowd))
    return gaps, few, none


def crowd_words(page, account, titles, limit):
    heading = "Against the crowd"
    gaps, few, none = crowd_gaps(account, titles)
    differences = [gap for gap, _, _ in gaps]
    text = f"{words.count(len(gaps))} 50"
    if len(gaps) >= FEW:
        for value in (words.median(differences), words.mean(differences)):
            size = words.decimal(abs(value))
            text += f" {size}" if size != "0.0" else ""
    text += "".join(f" {number}" for number in (few, none) if number)
    if not gaps:
        text = "50" + "".join(f" {number}" for number in (few, none) if number)
    page.sentence(heading, r"compared?\b|^No title", text)
    for line in page.lines:
        if line.table == "Title" and line.text and line.heading in (heading, "I liked more than most", "I liked less than most"):
            title = titled(account, line)
            crowd = crowd_of(account, title)
            gap = account.rating(title) - Fraction(str(crowd["simkl"]["rating"]))
            row = [f"[]{words.link(title)}", str(account.rating(title)), words.decimal(str(crowd["simkl"]["rating"]))]
            row += [words.signed(words.decimal(gap)), words.count(crowd["simkl"]["votes"])]
            if limit == 10:
                # A column is there where any title of the table has something in it.
                beside = [titled(account, other) for other in page.lines
                          if other.table == "Title" and other.text and other.heading == line.heading]
                names = [name for name in ("imdb", "mal") if any(name in crowd_of(account, other) for other in beside)]
                row += [words.decimal(str(crowd[name]["rating"])) if name in crowd else "–" for name in names]
            page.row(line, row)
    for sign, word in ((1, "above"), (-1, "below")):
        widest = max((sign * gap for gap in differences), default=0)
        if len(gaps) >= FEW and widest > 0:
            for place in (heading, "I liked more than most", "I liked less than most"):
                if page.has(place) and any(re.match(rf"\*\*Up to .* {word}", line.text) for line in page.of(place)):
                    page.sentence(place, rf"^\*\*Up to .* {word}", f"{words.decimal(widest)} 1 10")
    for sign, name in ((1, ("I liked more than most",)), (-1, ("I liked less than most",))):
        shown = [titled(account, line) for line in page.lines if line.table == "Title" and line.text and line.heading in name]
        if shown:
            best = sorted((sign * gap for gap, _, _ in gaps if sign * gap > 0), reverse=True)[:limit]
            told = [sign * gap for wanted in shown for gap, title, _ in gaps if title is wanted]
            if told != best:
                page.report.differ(page, name[0], [str(gap) for gap in told], [str(gap) for gap in best])
