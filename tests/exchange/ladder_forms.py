"""Ladders as others write them, about a bakery, and how the tests read them."""

import datetime

from growth.exchange import ladder_read, ladder_toml
from growth.records.ladder import Ladder
from growth.records.ladder_reading import LadderReading

AT = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)


LISTS = """name: Bakery
summary: |
  What bakers do here.
levels:
  - id: apprentice
    name: Apprentice
  - id: baker-ic
    name: Baker (alone)
  - id: baker-pm
    name: Baker (with others)
  - id: master
    name: Master
themes:
  - id: dough
    name: Dough & leaven
    summary: All that rises.
  - id: talk
    name: Talking
competencies:
  - id: 0a1b
    level: apprentice
    theme: dough
    summary: |
      Weighs the flour, and says so
      when a sack runs low.
    examples:
      - Wrote the weights on the board
    proficiency: Expert
  - id: 0a2b
    level: master
    theme: talk
    summary: |
      1. Tells customers why the rye is late.
      2. Tells the mill.
  - id: 0a3b
    level: master
    summary: Stands under no theme.
"""
TOPICS = """---
title: "🥖 Bread Framework"
levels: 3
topics:
  - name: "craft"
    title:
    content:
      - level: 1
        criteria:
          - "Shapes a loaf"
          - "Scores a loaf"
      - level: 3
        criteria:
          - "Writes the recipe down"
        exampleCriteria:
          - criteria: "Teaches the recipe"
            examples:
              - "Showed two apprentices how to fold"
          - examples: ["of nothing"]
  - name: "help"
    title: "🙌 Helping out"
    content:
      - level: 2
        criteria:
          - "Covers a morning shift"
      - criteria: ["lost"]
---
# How we use it

Some words.
"""
TRACKS = r"""// @flow
import * as d3 from 'd3'
export type TrackId = 'OVEN' | 'SHOP_FLOOR'
type Tracks = {|
  'OVEN': Track,
|}
export const limits = [0, 1, 2]
export const points = (milestone: number): number => { return milestone * 2 }
export const labels = { '0': 'First', '5': 'Second' }
export const tracks: Tracks = {
  "OVEN": {
    "displayName": "Oven",
    "category": "A",
    "description": "Fire and time",
    "milestones": [{
      "summary": "Lights the oven \u2014 and it\'s hot",
      "signals": ["Bakes an even batch",],
      "examples": [`Baked forty loaves`,],
    }, {
      summary: "Reads " + "the " + 'fire',
      signals: [], examples: [d3.range(3)],
    }],
  },
  SHOP_FLOOR: { category: 'B', milestones: [{ summary: 'Greets people' }, { signals: ['x'] }] },
}
export const ids = Object.keys(tracks)
"""
BULLETS = """# Baker

A trade of early mornings.

| Level | Position |
| :---: | :---: |
| 1 | [B1 - Baker 1](#b1---baker-1) |

## B1 - Baker 1

<picture>
  <img alt="x" src="/charts/one.png">
</picture>

* **Dough**: weighs the *flour*
* **Talk**: says what is
  late
* **Oven**: lights it

## B2 - Baker 2

* **Dough**: feeds the leaven
* **Talk**: asks [the mill](mill.md)
  - Wrote to the mill in March
* **Oven**: reads the fire

# Other pages

* [**Shop**](Shop.md)
* Something else
"""
STEPS = """# Developer
## D1 - Developer 1
* **Adopts**: takes up the tools of the bakery
* **Subsystem**: changes one oven
## D2 - Developer 2
* **Specializes**: knows the rye best
* **Team**: changes the whole bakery
"""


def read(text: str | bytes, name: str) -> LadderReading:
    return ladder_read.read(text.encode() if isinstance(text, str) else text, name=name, created=AT)


def counts(ladder: Ladder) -> tuple[int, int, int]:
    return len(ladder.levels), len(ladder.themes), len(ladder.criteria)


def cells(ladder: Ladder) -> list[tuple[str, str, str]]:
    return [(one.theme, one.level, one.summary) for one in ladder.criteria]


def same_after_export(ladder: Ladder) -> bool:
    return ladder_toml.read(ladder_toml.write(ladder), name="x.toml", created=AT).ladder == ladder


LONG = """Track,Level,Area,Competency,Behavior,Owner
IC,L1,Craft,Baking,Bakes,Kim
,,,Shaping,Shapes a loaf,
,L2,,Baking,"- Teaches baking
- Writes it down",
Lead,L2,Craft,Baking,Plans the week,
,,,,,
Lead,,Talk,Baking,Says why,
,L3,,,,
"""


ACROSS = """Bakery ladder,,,,,
,,L1,L2,L3,L4
Area,Competency,Apprentice,Baker,Master,Head baker
Craft,Dough,Weighs,"Feeds.
Folds.",Writes it down,
,Oven,Lights it,,Reads the fire,Buys one
Talk,Customers,Greets,Asks,Tells why,Listens
"""
DOWN = """,,Craft,,Talk
Level,Title,Dough,Oven,Customers
L1,Apprentice,Weighs,Lights it,Greets
,,Measures,,
L2,Baker,"• Feeds
• Folds",,Asks
"""


CAPABILITY = """
id: hands
name: Hands
skills:
  - id: baking
    name: Baking
    human:
      proficiencyDescriptions: {aware: Watches, working: Bakes, expert: Teaches}
    markers:
      working: {human: [Baked forty loaves], agent: [not for people]}
  - id: cleaning
    name: Cleaning
    human:
      proficiencyDescriptions: {aware: Sweeps, working: Scrubs, expert: Plans}
"""
