"""Instants, days and the rule by which a day ends."""
import re
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def instant(text):
    """An instant as Simkl writes it, in UTC; nothing for what is none, or a day alone."""
    if not isinstance(text, str) or "T" not in text:
        return None
    try:
        value = datetime.fromisoformat(re.sub(r"\.\d+", "", text).replace("Z", "+00:00"))
    except ValueError:
        return None
    return value.astimezone(timezone.utc) if value.tzinfo else value.replace(tzinfo=timezone.utc)


def release(text):
    """The day as it is written, and the instant where the time is known, of an airing or a release.

    Midnight at the offset that the text has is a day without a time, and so is midnight in New York.
    """
    if not isinstance(text, str) or len(text) < 10:
        return None, None
    moment = instant(text)
    if moment is None:
        try:
            return date.fromisoformat(text[:10]), None
        except ValueError:
            return None, None
    written = datetime.fromisoformat(re.sub(r"\.\d+", "", text).replace("Z", "+00:00"))
    if not text.endswith("Z"):
        return written.date(), None if (written.hour, written.minute) == (0, 0) else moment
    # Summer or winter: New York's midnight at either offset.
    if (moment.minute, moment.second) == (0, 0) and moment.hour in (4, 5):
        return moment.date(), None
    return moment.date(), moment


class Days:
    """What day an instant belongs to: in one zone, until an hour of the next morning."""

    def __init__(self, zone, rollover):
        self.zone, self.rollover = ZoneInfo(zone), rollover

    def local(self, moment):
        return moment.astimezone(self.zone)

    def day(self, moment):
        local = self.local(moment)
        return local.date() - timedelta(days=1 if local.hour < self.rollover else 0)

    def is_midnight(self, moment):
        local = self.local(moment)
        return (local.hour, local.minute, local.second) == (0, 0, 0)


def month_end(year, month):
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def each_day(first, last):
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]
