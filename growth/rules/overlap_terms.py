"""What two texts may have in common: stems that say something, and names of things.

A name is a word with a capital in the midst of a sentence, so that `Trial of Quillbase` has one and
`Mercury layout` may have none. Where every other word has a capital, as in a headline, none is a name.
"""

import re

import msgspec

from growth.rules.stems import STOP_WORDS, stems
from growth.text.fold import fold

# Besides the stop words: what anybody writes who tells of work, in whatever field.
OF_WORK = frozenset(
    stem
    for stem in stems(
        """
        ability able accept add agree ahead allow announce answer anybody apply approach approve
        arrange ask attend back bad base basic begin best better big book break bring build call care
        case chance change chapter check choose clean clear close colleague collect come compare
        complete continue copy correct cost count course cover create customer cut day deal decide
        decision deep deliver describe design detail develop different difficult discuss do document
        done draft draw early easy edit end enough example expect explain extend fail fast fault
        feedback fill final find finish first fix follow form forward found free full further
        general good great group grow half hand happen hard head hear help hold hour idea important
        improve include instead introduce issue item job join keep kind know large last late later
        lead learn leave less lesson level limit line list little live long look lose low main make
        manage many meet member mend method minute miss mistake moment month morning move name need
        new next night note notes number offer office old open order organise organize others outcome
        page pair paper part people person piece place plan point prepare present problem process
        product project propose prove question quick quiet read ready real reason reduce remove repair
        repeat replace reply report request rest result return reuse review revise right round run
        sample save say second section see send set several share short show side simple single sit
        slow small solve sort speak spend stage start state step stop story study sum support table
        talk task teach team tell term test text thank thing think third thought three tidy time title
        today together topic track trial trouble try turn twice type understand unit update useful
        user version visit wait walk want watch way week weekend whole why win wish word work write
        wrong year yesterday
        """
    )
)
_SET_ASIDE = re.compile(r"https?://\S+|(?:^|(?<=[\s(]))[#@+][^\W\d_][\w/.-]*")
_SENTENCE = re.compile(r"[.!?:;|\n\"“”(]+")
WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
# From this share of words with a capital on, a capital says nothing.
_HEADLINE = 0.34
_DAYS_AND_SEASONS = """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december spring summer autumn winter christmas easter
    """
_CALENDAR = frozenset(_DAYS_AND_SEASONS.split())


class Terms(msgspec.Struct, frozen=True):
    """The stems of a text that say something, those of its title among them, and names in it."""

    stems: frozenset[str]
    title: frozenset[str]
    names: frozenset[str]


def terms(title: str, body: str) -> Terms:
    """Return what a text has to compare; labels and links in it are compared elsewhere."""
    head, rest = (_SET_ASIDE.sub(" ", text) for text in (title, body))
    said = frozenset(stems(head))
    return Terms(said | frozenset(stems(rest)), said, names(f"{head}\n{rest}"))


def names(text: str) -> frozenset[str]:
    """Return the words, folded, that stand in a text as names of things or people."""
    found: set[str] = set()
    for sentence in _SENTENCE.split(text):
        within = WORD.findall(sentence)[1:]
        capitals = [word for word in within if word[0].isupper() and len(word) > 2 and not word.isupper()]
        if len(capitals) <= len(within) * _HEADLINE:
            found |= {fold(word) for word in capitals}
    return frozenset(found - _CALENDAR - STOP_WORDS)
