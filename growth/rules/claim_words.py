"""What the words of a claim say: an outcome, a number, a comparison, who gains, who did it.

English is read. Each answer errs on the side of the writer: a sentence that may say it says it.
"""

import re

from growth.text.markdown import ADDRESS


def _any(words: str) -> re.Pattern[str]:
    """Return a pattern that finds any of the words, each whole; a dash stands for any ending."""
    parts = "|".join(re.escape(word).replace(r"\-", r"\w*") for word in words.split())
    return re.compile(rf"\b(?:{parts.replace('_', ' ')})\b", re.IGNORECASE)


# Names of things that hold a digit and measure nothing: INC-212, #142, v2, Q3, p99, 2026-03-04, 02:40.
_NO_MEASURE = re.compile(
    r"\b[A-Z][A-Z0-9]+-\d+|[#!]\d+|\b[Vv]\d+(?:\.\d+)*\b|\b\d+\.\d+\.\d+\b|\b(?:19|20)\d\d\b(?:-[\dQHW]\d*)*(?:-\d\d)?"
    r"|\b[QHWPp]\d{1,4}\b|\b\d{1,2}:\d\d\b|\b\d+(?:st|nd|rd|th)\b"
)
_DIGIT = re.compile(r"(?<![^\W\d_])\d")
_COUNT = _any(
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty fifty dozen- hundred- "
    "thousand- million- half halv- double- tripled- twice thrice zero nobody none everybody everyone "
    "a_third two_thirds a_quarter_of all_of every"
)
_CHANGE = _any(
    "reduc- increas- rais- rose risen lower- drop- fell fallen grew grown shrank shrunk sav- halv- doubl- "
    "tripl- cut cuts cutting improv- speed- sped faster slower cheaper fewer quicker sooner smaller safer "
    "shorter gain- gone lost"
)
_OUTCOME = _any(
    "now no_longer anymore any_more instead used_to so_that so_we so_they so_that can could lets let "
    "which_means which_made which_makes as_a_result result- led_to because_of_it thanks_to_it prevent- "
    "avoid- eliminat- unblock- enabl- allow- catch- caught found_out stops explains in_use daily_use "
    "in_daily_use adopt- depend-_on uses_it use_it won wins win approved accepted signed paid earned retired "
    "remov- deleted replac- fix- solv- closed stopped changed "
    "became becomes down_to up_from turned_up first_time after_that since_then without_me "
    "without_us without_help"
)
_MEASURE = re.compile(
    r"(?<![^\W\d_])\d[\d.,]*\s?(?:%|ms|µs|s|secs?|seconds|[kMGT]i?B|rps|qps|fps|req/s|requests"
    r"|points?|per \w+)(?!\w)"
    r"|\b(?:is|takes|at|now|in)\s\d[\d.,]*\s?(?:min|minutes|h|hours)\b"
)
# What says to what a number compares, or that it is a change already.
_COMPARED = re.compile(
    r"->|→|=>|(?<![\w.])[+−-]\d|%\s+of\b|\b\d+ of (?:\d|the \d)|\bout of\b"
    r"|\bfrom \S{1,9} to \S{0,3}\d|\d\s*(?:x|times)\b|\d-fold\b",
    re.I,
)
_BEFORE = _any(
    "from was were before previously earlier instead used_to more less than vs versus against down up twice "
    "half first_time budget target goal limit promise- under above below within chang- another "
    "extra additional no_longer record"
)
_GAINS = _any(
    "user- customer- client- buyer- seller- shopper- patient- student- reader- visitor- subscriber- "
    "member- guest- driver- team teams colleague- engineer- developer- analyst- designer- researcher- "
    "scientist- rater- annotator- reviewer- manager- lead leads stakeholder- people person everybody "
    "everyone anybody anyone somebody someone whoever who nobody others caller- on_call oncall support "
    "sales marketing finance legal product operations business company organi- department audit- "
    "newcomer- hire hires intern- candidate- partner- vendor- communit- us them they their our me order- "
    "purchase- checkout sign_up- signup- conversion- revenue cost- eur usd money budget owner- guild "
    "squad- office tenant- public family families child- citizen- merchant- shop- rota group- staff "
    "volunteer- participant- attendee- speaker- mentee-"
)
_MONEY = re.compile(r"[€$£]|\bon-call\b", re.I)
# A capital inside a sentence is a name: of a person, a team, a place.
_NAMED = re.compile(r"(?<=[a-z0-9,;] )[A-ZÀ-Þ][a-zà-ÿ]+")
_ME = re.compile(r"\bI(?:['’](?:m|ve|d|ll))?\b|\b(?:[Mm]y|[Mm]e|[Mm]ine|[Mm]yself)\b")
_PAST = (
    r"(?:(?:co-)?[A-Za-z]+(?<!ee)ed|built|rebuilt|wrote|rewrote|led|made|cut|ran|found|gave|taught|took|got|set|put"
    r"|held|drew|brought|sat|spoke|told|won|split|began|kept|left|met|chose|fought|went|drove|sent|saw|showed|did"
    r"|dug|spent|caught|paid|sped|shut|stood|bought)\b"
)
_WE = re.compile(
    r"(?:^|[.!?;:]\s+|\n\W*|[–—-]\s+|\b(?:and|together|so far|this week|today)\s)"
    r"(?P<said>we(?:['’]ve)?\s+(?!(?:are|were|can|could|had|will|would|should|lose|need|know)\b)\w+"
    rf"|(?:our|my|the) team\s+(?:has\s+)?{_PAST})",
    re.IGNORECASE,
)
_DID = re.compile(rf"\W*{_PAST}", re.IGNORECASE)
_ALWAYS_VAGUE = (
    r"(?:keep |kept |continued |still )?work(?:ed|ing)? (?:on|with)|(?:was |been |got )?involved (?:in|with)"
    r"|contribut(?:ed|ing) to|participat(?:ed|ing) in|took part in|look(?:ed|ing) (?:at|into)|dealt with"
    r"|dealing with|took care of|did (?:some|a lot|various|many|several)|continued(?: with| on)?"
    r"|(?:various|misc(?:ellaneous)?|some|several|a few|minor|small|more) "
    r"(?:improvements?|changes?|fixes|bug ?fixes|tasks|things|stuff|work|updates?)"
)
_WEAK_ALONE = (
    r"help(?:ed|ing)?(?: out)?(?: with)?|support(?:ed|ing)?|assist(?:ed|ing)?(?: with)?|handled"
    r"|collaborat(?:ed|ing) (?:on|with)"
)
_START = r"\W*(?:(?:I|we)(?: have|['’]ve)? |also |mostly |again )*"
_VAGUE = re.compile(rf"{_START}(?P<vague>{_ALWAYS_VAGUE})\b", re.IGNORECASE)
_WEAK = re.compile(rf"{_START}(?P<vague>{_ALWAYS_VAGUE}|{_WEAK_ALONE})\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")
_ENGLISH = _any("the a an and of to in for with on is was it that by at from this we i my not")
_FOREIGN = _any(
    "der die das und ist nicht mit für von auf ein eine den dem wir ich im zu le la les des et est une un "
    "pour dans avec sur du que el los las para por con una y en es het een van voor niet"
)
# So many words after a vague verb may name the thing; more say what was done to it.
SAYING = 4
# With more letters than this outside the Latin ones, a text is not English.
OTHER_LETTERS = 0.2


def is_english(text: str) -> bool:
    """Tell whether a text may be English; one too short to tell may be."""
    letters = [char for char in text if char.isalpha()]
    other = sum(char > "\u024f" for char in letters)
    if other > OTHER_LETTERS * len(letters):
        return False
    foreign = len(_FOREIGN.findall(text))
    return foreign < 2 or foreign <= len(_ENGLISH.findall(text))


def says_something(text: str) -> bool:
    """Tell whether a text holds a word at all: `…` holds none."""
    return any(char.isalnum() for char in text)


def _measured(text: str) -> str:
    return _NO_MEASURE.sub(" ", ADDRESS.sub(" ", text))


def has_digits(text: str) -> bool:
    """Tell whether a text holds a measured number in digits."""
    return bool(_DIGIT.search(_measured(text)))


def has_measure(text: str) -> bool:
    """Tell whether a text holds a number with a unit of measure, which may be high or low."""
    return bool(_MEASURE.search(_measured(text)))


def has_number(text: str) -> bool:
    """Tell whether a text holds a number, in digits or in a word."""
    return has_digits(text) or bool(_COUNT.search(text))


def has_change(text: str) -> bool:
    """Tell whether a text says that something is more, less or better now."""
    return bool(_CHANGE.search(text))


def has_outcome(text: str) -> bool:
    """Tell whether a text says that something is different now."""
    return has_change(text) or bool(_OUTCOME.search(text) or _COMPARED.search(_measured(text)))


def is_compared(text: str) -> bool:
    """Tell whether the numbers of a text stand against something, or are a change themselves."""
    return bool(_COMPARED.search(text) or _BEFORE.search(text) or _CHANGE.search(text))


def around(text: str, number: str = "") -> str:
    """Return the sentences of a text that hold a number, else a measure, each with the next one."""
    sentences = _SENTENCE.split(text)
    held = [place for place, one in enumerate(sentences) if (number in one if number else has_measure(one))]
    places = sorted({near for place in held for near in (place, place + 1) if near < len(sentences)})
    return "\n".join(sentences[place] for place in places)


def names_somebody(text: str) -> bool:
    """Tell whether a text names somebody who may be better off, or what they would feel."""
    return bool(_GAINS.search(text) or _MONEY.search(text) or _NAMED.search(text))


def we(text: str) -> str:
    """Return the words with which a text says that «we» did it, or nothing where my part is said."""
    if _ME.search(text) or _DID.match(text):
        return ""
    found = _WE.search(text)
    return " ".join(found["said"].split()) if found else ""


def vague(text: str, *, strict: bool) -> str:
    """Return the vague words that a text begins with, or nothing.

    `strict` counts weaker ones too; without it, what is said after them is taken for an answer.
    """
    found = (_WEAK if strict else _VAGUE).match(text)
    if not found or (not strict and len(text[found.end() :].split()) > SAYING):
        return ""
    return " ".join(found["vague"].split())
