"""The table of commands: where each is defined, and its help in one line, told without loading it."""

from typing import NamedTuple


class Entrance(NamedTuple):
    """Where a command is defined, and its help in one line, told without loading it."""

    module: str
    name: str
    help: str


COMMANDS = {
    "every day": {
        "status": Entrance("status", "status", "What needs me, at most a screen."),
        "log": Entrance("log", "log", "Log what you did, learned or noticed."),
        "list": Entrance("list", "list_", "List journal entries."),
        "search": Entrance("list", "search", "Search the journal for words."),
        "show": Entrance("record", "show", "Show one record, whatever its kind."),
        "edit": Entrance("edit", "edit", "Change an entry, or many that match."),
        "delete": Entrance("record", "delete", "Delete a record; undo can bring it back."),
        "undo": Entrance("undo", "undo", "Take back the newest change."),
        "done": Entrance("action", "done", "Mark an action as done."),
        "note": Entrance("note", "note", "Note what you saw of somebody, for yourself only."),
        "week": Entrance("week", "week", "Look back on your week, and keep what it lacks."),
    },
    "people": {
        "people": Entrance("people", "people", "Keep the people you work with."),
        "prep": Entrance("prep", "prep", "Prepare a 1:1 on one sheet."),
        "1on1": Entrance("one_on_one", "one_on_one", "Keep 1:1s: agenda, notes, recap."),
        "mentor": Entrance("mentor", "mentor", "Keep mentorships and their sessions."),
        "action": Entrance("action", "action", "Keep promises: mine and theirs."),
        "team": Entrance("team", "team", "See who of your team needs you first."),
        "feedback": Entrance("feedback", "feedback", "Ask for feedback, hear it, act on it."),
        "radar": Entrance("radar", "radar", "See what your team moved to, and you have not."),
        "bundle": Entrance("bundle", "bundle", "Hand records to somebody, or open theirs."),
    },
    "season": {
        "ladder": Entrance("ladder", "ladder", "List, show, check, import and compare career ladders."),
        "assess": Entrance("assess", "assess", "See where you stand on a ladder, with evidence."),
        "goal": Entrance("goal", "goal", "Set goals, from a gap or freely, and check in on them."),
        "report": Entrance("report", "report", "Write a report from your records."),
        "lint": Entrance("lint", "lint", "Find what a reader of your record would miss."),
        "curate": Entrance("curate", "curate", "Go through entries: share, keep, star, join."),
        "template": Entrance("template", "template", "List, copy and check templates."),
        "thumb": Entrance("thumb", "thumb", "Say whether something helped, and why."),
        "verify": Entrance("verify", "verify", "Check that the records a document cites are still the same."),
    },
    "learning": {
        "learning": Entrance("learning", "learning", "See your time to learn, planned and used."),
        "wonder": Entrance("wonder", "wonder", "Keep what you do not understand yet, for yourself only."),
        "reuse": Entrance("reuse", "reuse", "Find what others built already, and build on it."),
        "prompt": Entrance("prompt", "prompt", "Keep the prompts that growth draft hands to a program."),
        "draft": Entrance("draft", "draft", "Have a program of yours draft a text, checked."),
        "practice": Entrance("practice", "practice", "Keep what your models are made of, and check it."),
    },
    "yours": {
        "import": Entrance("import_", "import_", "Import your history: notes, trackers, git, calendars."),
        "export": Entrance("export", "export", "Take everything out: Markdown, JSON, CSV, HTML, a calendar."),
        "stats": Entrance("stats", "stats", "Show the journal in numbers."),
        "tag": Entrance("tag", "tag", "List tags, rename one, make one of several."),
        "project": Entrance("project", "project", "List projects, rename one, make one of several."),
        "demo": Entrance("demo", "demo", "Write two example stores to look around in."),
        "config": Entrance("config", "config", "Look at settings and change them."),
        "doctor": Entrance("doctor", "doctor", "Check the store, and say what to do."),
        "backup": Entrance("backup", "backup", "Back the store up now, or list backups."),
        "restore": Entrance("restore", "restore", "Bring damaged files or an earlier day back."),
        "forget": Entrance("forget", "forget", "Erase a person or a record everywhere, for good."),
        "completion": Entrance("completion", "completion", "Print the completion script of a shell."),
        "help": Entrance("help", "help_", "Show the help of a command."),
    },
}
BY_NAME = {name: entrance for section in COMMANDS.values() for name, entrance in section.items()}
