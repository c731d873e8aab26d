"""What was planted in the year: ten pairs of records that overlap, ten that only look as if they did.

Each side is a record of one of the eight, as a line of their story: week, kind, words. A line with `!`
stays private, so that it is in no bundle. An overlap is work that two people do without knowing of
each other; who of the two names the other knows already.
"""

from typing import NamedTuple


class Side(NamedTuple):
    """One record of a pair: whose, and the line of the story that it is."""

    owner: str
    line: str

    @property
    def title(self) -> str:
        """What the entry is called."""
        return self.line.split(" ", 2)[2].partition(" | ")[0]


class Planted(NamedTuple):
    """A pair, whether it is an overlap, and why it is one or not."""

    a: Side
    b: Side
    overlap: bool
    why: str


OVERLAPS = (
    Planted(
        Side("ana", "46 work Masking of names in logged queries | Addresses and telephone numbers, too."),
        Side("gus", "47 work Log lines lose names before storage | Masking of addresses and numbers."),
        True,
        "both mask personal data in what is logged",
    ),
    Planted(
        Side("ben", "43 design Retry with jitter for partner feeds | Backoff doubles up to a minute."),
        Side("chi", "46 work Jitter and backoff when the app retries | At most five times."),
        True,
        "both build retries with jitter and backoff",
    ),
    Planted(
        Side("emil", "41 work Patched the upload proxy https://git.example.com/infra/carrack/issues/88"),
        Side("hana", "45 work Exports hang https://git.example.com/infra/carrack/issues/88"),
        True,
        "both work on one issue of somebody else's repository",
    ),
    Planted(
        Side("fay", "42 work Trial of Quillbase for annotator notes | Three weeks, two annotators."),
        Side("dara", "46 work Asked Quillbase for a price | The audit trail might move there."),
        True,
        "both try one product",
    ),
    Planted(
        Side("dara", "40 work First screen of the tariff simulator +tariff-sim"),
        Side("chi", "44 work Numbers for the app's tariff page +tariff-sim"),
        True,
        "both work on one project, and neither names the other",
    ),
    Planted(
        Side("ben", "38 learning Began with Lean proofs #theorem-proving"),
        Side("emil", "47 learning First chapter on proofs of programs #theorem-proving"),
        True,
        "both learn one rare thing",
    ),
    Planted(
        Side("hana", "40 win CSV checker anybody may reuse #reuse | Wrong columns, encodings, dates."),
        Side("ben", "50 work Started a CSV checker for partners | Columns and encodings first."),
        True,
        "what one offers for reuse, the other begins to build",
    ),
    Planted(
        Side("gus", "44 incident Jobs ran twice in the night the clocks changed | Daylight saving."),
        Side("dara", "45 work Payout twice on the day of daylight saving | The clocks changed at two."),
        True,
        "both met one fault: the hour that daylight saving repeats",
    ),
    Planted(
        Side("ana", "43 work Near-duplicate queries by MinHash | Sets of shingles, 64 hashes."),
        Side("fay", "48 work Near-duplicate tickets by shingles | MinHash, half a second."),
        True,
        "both find near duplicates by the same method",
    ),
    Planted(
        Side("gus", "41 learning Threat modelling of the status page #threat-modelling"),
        Side("hana", "43 design Threat model of impersonation #threat-modelling"),
        True,
        "both practise one rare skill",
    ),
)

LOOK_ALIKES = (
    Planted(
        Side("emil", "44 work Signed images with Gus @gus | Cosign keys in the vault. #cosign"),
        Side("gus", "45 work Alarm for unsigned images | Cosign, after the talk with Emil. @emil #cosign"),
        False,
        "they name each other",
    ),
    Planted(
        Side("ana", "49 work Freshness marks in the index | Ben's rows carry the hour. @ben +freshness"),
        Side("ben", "49 work Rows carry the hour they changed +freshness"),
        False,
        "one names the other, so that they speak already",
    ),
    Planted(
        Side("chi", "42 work Migration of saved pages to the new store | Old phones keep both."),
        Side("ben", "46 work Migration of two partners to the contract"),
        False,
        "the word migration, for two different things",
    ),
    Planted(
        Side("fay", "50 review Pipeline of nightly training"),
        Side("emil", "50 review Pipeline of the release script"),
        False,
        "the word pipeline, for two different things",
    ),
    Planted(
        Side("dara", "39 learning Course on giving feedback https://learn.example.com/feedback #course"),
        Side("fay", "39 learning Course on giving feedback https://learn.example.com/feedback #course"),
        False,
        "a course that all eight took together",
    ),
    Planted(
        Side("emil", "46 incident Four hours of call for the runner pool #oncall"),
        Side("gus", "46 work Handed the call over with notes #oncall"),
        False,
        "a tag that everybody uses",
    ),
    Planted(
        Side("hana", "47 work Mercury layout for the help panel | A grid of three columns."),
        Side("ben", "47 work Mercury feed: temperatures of the depots | Old thermometers, new units."),
        False,
        "one rare name, for a layout and for a metal",
    ),
    Planted(
        Side("dara", "43 work Carbon ledger for deliveries | Grams a parcel."),
        Side("hana", "43 work! Carbon ledger in the console | Grams a parcel."),
        False,
        "one of the two is private, and in no bundle",
    ),
    Planted(
        Side("fay", "44 work Sentence vectors for answer drafts | Ana lent me her evaluation. #vectors"),
        Side("ana", "44 work Vectors for long queries, evaluated #vectors"),
        False,
        "one names the other in the words of the entry alone",
    ),
    Planted(
        Side("chi", "4 work Spike on barcode scanning, given up | Too slow on old phones."),
        Side("hana", "48 work Barcode on the printed badge | The printer does it."),
        False,
        "scanned by one long ago and given up, printed by the other now",
    ),
)
TABLE = OVERLAPS + LOOK_ALIKES
# What everybody logged: neither a find nor a fault of a single pair.
TOGETHER = (
    "39 learning Course on giving feedback https://learn.example.com/feedback #course",
    "20 talk All hands of the spring #all-hands",
    "46 work Wrote the review of the half year | Two hours, mostly reading. #oncall",
)
