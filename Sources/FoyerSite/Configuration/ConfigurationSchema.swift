/// What editors need to know of `foyer.yaml`, to complete and to check it as it is written.
///
/// A test holds it against the keys that ``ConfigurationFile`` takes, and against the words of each.
/// Source: https://json-schema.org/draft-07/schema (which editors' YAML servers know).
public enum ConfigurationSchema {
    public static let fileName = "foyer.schema.json"

    public static let text = #"""
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "title": "foyer.yaml",
          "type": ["object", "null"],
          "additionalProperties": false,
          "properties": {
            "title": {
              "description": "The site's name. Default: made of the account's name.",
              "type": ["string", "null"], "maxLength": 500
            },
            "base_url": {
              "description": "The public address of the site. Feeds and the sitemap need it, and links become clean folders.",
              "type": ["string", "null"], "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://", "examples": ["https://example.org/watch/"]
            },
            "time_zone": {
              "description": "Which day it is when something is watched or airs, as an IANA name. Default: the account's.",
              "type": ["string", "null"], "examples": ["Europe/Lisbon"]
            },
            "rollover_hour": {
              "description": "Until this hour, what is watched at night belongs to the evening before.",
              "type": ["integer", "null"], "minimum": 0, "maximum": 23, "default": 4
            },
            "language": {
              "description": "The language of the pages: en, de, or one of your own in Templates/words.",
              "type": ["string", "null"], "default": "en", "examples": ["en", "de"]
            },
            "title_language": {
              "description": "In which language titles are named. Default: as the account is set.",
              "enum": ["account", "english", "romaji", "native", null]
            },
            "country": {
              "description": "Whose release dates of films count, as two letters. Default: the account's.",
              "type": ["string", "null"], "pattern": "^[A-Za-z]{2}$", "examples": ["SE"]
            },
            "edition": {
              "description": "Whom the site is for: what is private is in no file of a site that is for others.",
              "enum": ["private", "friends", "public", null], "default": "public"
            },
            "hidden_titles": {
              "description": "Simkl ids of titles that the site does not show.",
              "type": ["array", "null"], "items": { "type": "integer", "minimum": 1 }, "maxItems": 10000
            },
            "unreviewed_titles": {
              "description": "Simkl ids of titles that the reviews of years and months leave out.",
              "type": ["array", "null"], "items": { "type": "integer", "minimum": 1 }, "maxItems": 10000
            },
            "spoilers": {
              "description": "Whether names of episodes that were not watched yet are shown.",
              "enum": ["none", "names", null], "default": "none"
            },
            "robots": {
              "description": "Which robots may read a public site.",
              "enum": ["all", "no-ai", "none", null], "default": "all"
            },
            "markdown": {
              "description": "Whether each page's Markdown is published beside it.",
              "type": ["boolean", "null"], "default": true
            },
            "exports": {
              "description": "Forms of the library that other programs read, published below export/. Default: none.",
              "type": ["array", "null"],
              "items": {
                "enum": [
                  "plays.csv", "titles.csv", "ratings.csv", "library.json", "letterboxd", "trakt", "yamtrack", "mal", "imdb"
                ]
              }
            },
            "discover": {
              "description": "Whether there is a page of what is trending on Simkl and not in the library.",
              "type": ["boolean", "null"], "default": false
            },
            "premieres": {
              "description": "Whether the page of what comes tells of premieres outside the library. Default: not in the public edition.",
              "type": ["boolean", "null"]
            },
            "favourites": {
              "description": "Titles that are pinned to the front page, in this order: Simkl ids, addresses or exact names.",
              "type": ["array", "null"],
              "items": { "oneOf": [{ "type": "integer", "minimum": 1 }, { "type": "string", "maxLength": 500 }] },
              "maxItems": 100
            },
            "goals": {
              "description": "What is to be watched in a year or a month: of the running ones, or of those that are named.",
              "type": ["object", "null"],
              "additionalProperties": false,
              "patternProperties": {
                "^(year|month|[0-9]{4}(-(0[1-9]|1[0-2]))?)$": {
                  "type": ["object", "null"],
                  "additionalProperties": false,
                  "properties": {
                    "hours": { "description": "Time whose length is known.", "type": ["integer", "null"], "minimum": 1, "maximum": 100000 },
                    "episodes": { "description": "Plays of episodes.", "type": ["integer", "null"], "minimum": 1, "maximum": 100000 },
                    "films": { "description": "Plays of films.", "type": ["integer", "null"], "minimum": 1, "maximum": 100000 },
                    "shows": { "description": "Shows watched to their end.", "type": ["integer", "null"], "minimum": 1, "maximum": 100000 }
                  }
                }
              }
            },
            "me": {
              "description": "Pages and mail addresses elsewhere that are the owner's too.",
              "type": ["array", "null"], "items": { "type": "string", "pattern": "^(https?://|mailto:)", "maxLength": 2000 },
              "maxItems": 50, "examples": [["https://github.com/ada"]]
            },
            "fediverse_creator": {
              "description": "The account in the fediverse that links to the site are by, when they are shared there.",
              "type": ["string", "null"], "pattern": "^@?[^@]+@[^@]+$", "examples": ["@ada@mastodon.example"]
            },
            "webmention": {
              "description": "The endpoint that takes word of pages that link to the site.",
              "type": ["string", "null"], "pattern": "^https?://", "maxLength": 2000
            },
            "indieauth": {
              "description": "What lets the owner sign in elsewhere with the site's address.",
              "type": ["object", "null"],
              "additionalProperties": false,
              "properties": {
                "metadata": {
                  "description": "The server's metadata, which names all its endpoints.",
                  "type": ["string", "null"], "pattern": "^https?://", "maxLength": 2000
                },
                "authorization_endpoint": {
                  "description": "Where one signs in; for clients that know no metadata.",
                  "type": ["string", "null"], "pattern": "^https?://", "maxLength": 2000
                },
                "token_endpoint": {
                  "description": "Where a code is exchanged for a token; for clients that know no metadata.",
                  "type": ["string", "null"], "pattern": "^https?://", "maxLength": 2000
                }
              }
            },
            "fediverse": {
              "description": "What the public site is called in the fediverse; only for a site at the root of that domain.",
              "type": ["string", "null"], "pattern": "^@?[^@]+@[^@]+$", "examples": ["@watch@example.org"]
            },
            "fediverse_inbox": {
              "description": "What takes messages to that account, since a static site cannot.",
              "type": ["string", "null"], "pattern": "^https?://", "maxLength": 2000
            },
            "calendars": {
              "description": "What the calendars to subscribe to hold.",
              "type": ["object", "null"],
              "additionalProperties": false,
              "properties": {
                "files": {
                  "description": "Which calendars there are. Default: all of them.",
                  "type": ["array", "null"],
                  "items": {
                    "enum": [
                      "all", "tv", "anime", "films", "films-cinema", "films-home", "watching", "plan", "premieres", "finales",
                      "unwatched"
                    ]
                  }
                },
                "shows": {
                  "description": "Whether each running show has a calendar of its own.",
                  "type": ["boolean", "null"], "default": true
                },
                "days_back": {
                  "description": "For how many days what has aired stays.",
                  "type": ["integer", "null"], "minimum": 0, "maximum": 3650, "default": 14
                },
                "days_ahead": {
                  "description": "For how many days what is to come is listed. Default: as far as anything is known.",
                  "type": ["integer", "null"], "minimum": 0, "maximum": 3650
                },
                "alarm_minutes": {
                  "description": "How many minutes before an airing a calendar rings. Default: it does not.",
                  "type": ["integer", "null"], "minimum": 0, "maximum": 10080
                },
                "season_drops": {
                  "description": "Whether several episodes of a title at one time are one event, or each is one. In the form in days they are one.",
                  "enum": ["one", "each", null], "default": "one"
                },
                "categories": {
                  "description": "Whether events carry categories.",
                  "type": ["boolean", "null"], "default": true
                }
              }
            },
            "notify": {
              "description": "What foyer notify tells, and when. Its targets are in the environment.",
              "type": ["object", "null"],
              "additionalProperties": false,
              "properties": {
                "quiet": {
                  "description": "Hours in which nothing is told, in the owner's time zone. Default: none.",
                  "type": ["string", "null"],
                  "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9] ?[-–] ?([01][0-9]|2[0-3]):[0-5][0-9]$", "examples": ["22:00–08:00"]
                },
                "kinds": {
                  "description": "Which kinds of news are told. Default: all of them.",
                  "type": ["array", "null"],
                  "items": { "enum": ["episodes", "films", "seasons", "returned", "moved", "finales", "ended", "months"] }
                }
              }
            }
          }
        }

        """#
}
