"""A page's Markdown, line by line, and what was compared of it.

Compared are the marks of two texts: numbers with their units, months, and the titles that links lead to. Words may differ.
"""
import glob, os, re
from collections import Counter, defaultdict
from dataclasses import dataclass
from dates import MONTHS

KINDS = {"about": "about", "statistics": "statistics", "diary": "diary", "year": "reviews", "tv": "titles", "anime": "titles",
         "movies": "titles", "ratings": "ratings", "upcoming": "upcoming", "feeds": "feeds", "watching": "lists", "plan": "lists",
         "on-hold": "lists", "completed": "lists", "dropped": "lists", "library": "library", "search": "search", "tonight": "tonight"}
TITLE = r"\((?:[^()\s]*/)?(tv|anime|movies)/(\d+)-[^()\s]*\)"
LINK = re.compile(r"\]\([^()\s]*\)")
MARK = re.compile(r"<(?:tv|anime|movies)/\d+>|[SE]\d+(?:E\d+)?|[+−]?\d+(?:,\d{3})*(?:\.\d+)?|%"
                  r"|\b(?:h|min|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b")
MONTH = re.compile(rf"\b({'|'.join(MONTHS)})\b")


def plain(text):
    """A title's link is its kind and id; the addresses of other links, the names of titles and episodes, and digests are left out."""
    text = re.sub("“[^”]*”", "", text)
    text = re.sub(r"fingerprint [0-9a-f]+|US Letter instead of A4", "", text)
    text = re.sub(r"!\[[^\]]*\]\([^)\s]*\)", "", text)
    text = re.sub(r"\[(?:\\.|[^\]\\])*\]" + TITLE, lambda match: f"<{match[1]}/{match[2]}>", text)
    text = re.sub(r"\(/(tv|anime|movies)/(\d+)-\)", r"<\1/\2>", text)
    return LINK.sub("]", text)


def marks(text):
    return MARK.findall(MONTH.sub(lambda match: match[1][:3], plain(text)))


def numbers(text):
    """How many numbers a reader sees in a text."""
    return sum(any(map(str.isdigit, mark)) and not mark.startswith("<") for mark in marks(text))


@dataclass
class Line:
    heading: str
    text: str
    table: str = ""
    compared: bool = False

    @property
    def cells(self):
        return [cell.strip() for cell in re.split(r"(?<!\\)\|", self.text)[1:-1]]


class Report:
    def __init__(self):
        self.compared, self.uncompared, self.differences = Counter(), Counter(), []
        self.shapes, self.pages = defaultdict(Counter), {}

    def differ(self, page, heading, shown, computed):
        self.differences.append((page.kind, page.path, heading, shown, computed))

    def lines(self, site, path):
        """A page's lines, which several sections may compare."""
        if path not in self.pages:
            file = os.path.join(site, path if path.endswith(".md") else os.path.join(path, "index.md"))
            self.pages[path] = list(read(file)) if os.path.exists(file) else []
        return self.pages[path]

    def finish(self, site):
        """Counts the numbers of all pages that nothing was compared with."""
        for path in glob.glob("**/*.md", root_dir=site, recursive=True):
            kind = KINDS.get(path.split("/")[0], "home" if path == "index.md" else "other")
            kind = "lists" if re.fullmatch(r"(tv|anime|movies)/[^/]*\.md", path) else kind
            for line in self.lines(site, path.removesuffix("index.md").rstrip("/")):
                if not line.compared and (number := numbers(line.text)):
                    self.uncompared[kind] += number
                    shape = re.sub(r"\d[\d,.]*", "N", plain(line.text))
                    self.shapes[kind][f"{re.sub(r'[0-9]+', 'N', line.heading)}: {shape[:100]}"] += number

    def show(self, verbose):
        for kind, path, heading, shown, computed in self.differences:
            print(f"{kind} {path} # {heading}\n  shown:    {shown}\n  computed: {computed}")
        print("| pages | compared | differ | no rule |\n|:--|--:|--:|--:|")
        differing = Counter(row[0] for row in self.differences)
        for kind in sorted(set(self.compared) | set(self.uncompared)):
            print(f"| {kind} | {self.compared[kind]:,} | {differing[kind]:,} | {self.uncompared[kind]:,} |")
        print(f"| all | {sum(self.compared.values()):,} | {len(self.differences):,} | {sum(self.uncompared.values()):,} |")
        for kind, shapes in self.shapes.items() if verbose else ():
            for shape, number in shapes.most_common(25):
                print(f"no rule: {kind} {number:6} {shape}")


class Page:
    def __init__(self, report, kind, site, path):
        self.report, self.kind, self.path = report, kind, path
        self.lines = report.lines(site, path)
        self.exists = bool(self.lines)

    def of(self, heading):
        return [line for line in self.lines if heading is None or line.heading == heading]

    def has(self, heading):
        return any(line.heading == heading for line in self.lines)

    def compare(self, line, computed, shown=None):
        shown = line.text if shown is None else shown
        line.compared = True
        self.report.compared[self.kind] += numbers(line.text)
        if marks(shown) != marks(computed):
            self.report.differ(self, line.heading, shown, computed)

    def value(self, file, name, shown, computed):
        """A value of a data file."""
        self.report.compared[self.kind] += any(map(str.isdigit, str(shown)))
        if shown != computed:
            self.report.differ(self, f"{file} {name}", shown, computed)

    def missing(self, heading, computed):
        self.report.differ(self, heading, "(not shown)", computed)

    def fact(self, heading, name, computed):
        """A line `- **Name:** value`; nothing computed means that nothing is to be shown."""
        for line in self.of(heading):
            match = re.match(r"- \*\*(?:\[)?([^*]*?)(?:\]\([^)]*\))?:\*\* (.*)", line.text)
            if match and match[1] == name:
                return self.compare(line, computed or "(nothing)", match[2])
        if computed:
            self.missing(heading, f"{name}: {computed}")

    def sentence(self, heading, pattern, computed):
        """The first line that has a pattern; compared is what its group holds, else the whole."""
        for line in self.of(heading):
            if not line.compared and (match := re.search(pattern, line.text)):
                return self.compare(line, computed or "(nothing)", match[1] if match.groups() else line.text)
        if computed:
            self.missing(heading, computed)

    def trail(self, heading, period, days):
        """The links to the periods before, around, behind and inside one: those that have a day."""
        for line in self.of(heading):
            names = re.findall(r"\[(?:← )?([^\]]*?)(?: →)?\]\([^)]*\)", line.text)
            known = {f"{MONTHS[day.month - 1]} {day.year}" for day in days} | {str(day.year) for day in days}
            if names and line.text.startswith("[") and not line.compared:
                line.compared = True
                self.report.compared[self.kind] += numbers(line.text)
                for name in (name.removesuffix(" in review") for name in names):
                    if any(map(str.isdigit, name)) and name not in known:
                        self.report.differ(self, heading, name, "(nothing was watched then)")

    def table(self, heading, head, rows, keyed=False):
        """A table by the first name of its head; with `keyed`, rows are found by their first cell, in any order, and empty ones may lack."""
        # Tables with one head are told apart by their width, in which a column of hours may lack.
        wide = {len(row) - lacking for row in rows for lacking in (0, 1)}
        shown = [line for line in self.of(heading) if line.table == head and line.text and not line.compared
                 and (not rows or len(line.cells) in wide)]
        # One row alone is no chart.
        if not shown and sum(any(re.search(r"[1-9]", cell) for cell in row[1:]) for row in rows) < 2:
            return
        if keyed:
            rest = {row_key(row[0]): row for row in rows}
            for line in shown:
                row = rest.pop(row_key(line.cells[0]), None)
                self.row(line, row or ["(no such row)"] * len(line.cells))
            for row in rest.values():
                if any(re.search(r"[1-9]", cell) for cell in row[1:]):
                    self.missing(heading, " | ".join(row))
            return
        for line, row in zip(shown, rows):
            self.row(line, row)
        for line in shown[len(rows):]:
            self.row(line, ["(no such row)"] * len(line.cells))
        for row in rows[len(shown):]:
            self.missing(heading, " | ".join(row))

    def draws(self, heading, head, counted):
        """Whether a chart is drawn: none is of fewer than twenty plays or ratings."""
        if len(counted) >= 20:
            return True
        for line in self.of(heading):
            if line.table == head and line.text and not line.compared:
                self.row(line, ["(too few to draw)"])
        return False

    def row(self, line, row, shown=None):
        shown = line.cells if shown is None else shown
        # Where no length is known at all, the column of hours is left out.
        if len(row) == len(shown) + 1:
            row = [cell for index, cell in enumerate(row) if index != hours_column(row)]
        line.compared = True
        self.report.compared[self.kind] += numbers(line.text)
        if [content(cell) for cell in shown] != [content(cell) for cell in row]:
            self.report.differ(self, line.heading, line.text, " | ".join(row))


def hours_column(row):
    return next((index for index, cell in enumerate(row) if index and cell in ("–", "0.0")), None)


def content(cell):
    return marks(cell) or ["–"] * (cell.strip("*") == "–")


def row_key(cell):
    return tuple(marks(cell)) if re.search(TITLE, cell) else re.sub(r"[\[\]]", "", plain(cell))


def read(file):
    heading, table, lines = "", "", open(file, encoding="utf-8").read().replace("\u00a0", " ").replace("\u202f", " ").split("\n")
    for number, text in enumerate(lines):
        if text.startswith("#"):
            heading, table = text.lstrip("#").strip(), ""
            heading = LINK.sub("", heading).lstrip("[") if "](" in heading else heading
            yield Line(heading, heading if text.startswith("######") else "")
        elif text.startswith("|"):
            if number + 1 < len(lines) and re.match(r"\|[ -|]*---", lines[number + 1]) and not lines[number - 1].startswith("|"):
                table = text.split("|")[1].strip()
                yield Line(heading, "", table)
            elif not re.match(r"\| ?---", text):
                yield Line(heading, text, table)
        elif text.strip():
            table = ""
            yield Line(heading, text)
