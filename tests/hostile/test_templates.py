"""A template is the user's to change, and may come from anybody: it is data, and bounded."""

import os
import time
from pathlib import Path

import pytest

from growth import files
from growth.reports import bounds

from .running import Ran, piped

SECRET = "the words that no template may read"
REACHING = {
    "classes": "{{ ''.__class__.__mro__ }}",
    "subclasses": "{{ ().__class__.__base__.__subclasses__() }}",
    "globals of a macro": "{% macro m() %}{% endmacro %}{{ m.__globals__ }}",
    "globals of a function": "{{ range.__init__.__globals__ }}",
    "code of a function": "{{ cycler.__init__.__code__ }}",
    "builtins by self": "{{ self.__init__.__globals__.__builtins__ }}",
    "the environment": "{{ self._TemplateReference__context.environment.loader }}",
    "a generator's frame": "{% set g = (1 for x in []) %}{{ g.gi_frame }}",
    "format": "{{ '{0.__class__}'.format(1) }}",
    "format_map": "{{ '{a.__class__}'.format_map({'a': 1}) }}",
    "attr filter and map": "{{ ['x']|map(attribute='__class__')|list }}{{ ''|attr('__class__') }}",
    "changing a list": "{{ groups.append(1) }}",
    "changing a mapping": "{% set x = {'a': 1} %}{{ x.update({'b': 2}) }}",
    "import of a module": "{% import 'os' as os %}{{ os.environ }}",
    "an unknown name": "{{ nothing_of_that_name }}",
    "an unknown name, tested": "{{ nothing_of_that_name.and_its_part or 'x' }}",
    "open": "{{ open('/etc/passwd').read() }}",
    "lipsum": "{{ lipsum.__globals__ }}",
    "random": "{{ [1, 2]|random }}",
    "do": "{% do groups %}",
}
FILES = (
    "/etc/passwd",
    "../secret.md.j2",
    "../../secret",
    "./brag",
    "~/.ssh/id_rsa",
    "secret",
    "linked",
    "piped",
)
ENDLESS = {
    "time": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "memory": "{% set ns = namespace(t='xxxxxxxxxxxxxxxx') %}"
    "{% for a in range(60) %}{% set ns.t = ns.t ~ ns.t %}{% endfor %}",
    "memory at once": "{{ 'x' * 9999999999 }}",
    "output": "{% for a in range(99999) %}{{ 'x' * 999 }}{% endfor %}",
    "depth": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "a number": "{{ 9 ** 99999999 }}",
}


def put(home: Path, text: str, name: str = "mine", *, kind: str = "{# growth: brag #}") -> Path:
    folder = home / "templates"
    files.make_private(home)
    files.make_private(folder)
    (folder / f"{name}.md.j2").write_text(f"{kind}\n{text}\n")
    return folder


def use(home: Path) -> Ran:
    ran = piped(home, ["report", "mine"])
    assert "Traceback" not in ran.err
    assert len(ran.err.splitlines()) <= 2
    return ran


@pytest.mark.parametrize("text", REACHING.values(), ids=REACHING)
def test_a_template_reaches_for_nothing(text: str, tmp_path: Path) -> None:
    put(tmp_path / "home", text)
    ran = use(tmp_path / "home")
    assert (ran.out, ran.code) == ("", 1)
    assert "mine.md.j2" in ran.err or "there is no template" in ran.err
    assert piped(tmp_path / "home", ["template", "check", "mine"]).code == 1


@pytest.mark.parametrize("how", ["include", "import", "extends"])
@pytest.mark.parametrize("name", FILES)
def test_a_template_reads_nothing_but_templates(name: str, how: str, tmp_path: Path) -> None:
    home = tmp_path / "home"
    folder = put(home, f"{{% {how} '{name}' {'as x ' if how == 'import' else ''}%}}")
    for place in (home / "secret.md.j2", tmp_path / "secret", home / "secret"):
        place.write_text(SECRET)
    (folder / "linked.md.j2").symlink_to(home / "secret.md.j2")
    os.mkfifo(folder / "piped.md.j2")
    ran = use(home)
    assert (ran.out, ran.code) == ("", 1), ran
    assert SECRET not in ran.err


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
@pytest.mark.parametrize("name", ["mine", "_lines"])
def test_a_template_is_bounded(name: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "SECONDS", 1.0)
    home = tmp_path / "home"
    # A part that the shipped templates include can be replaced too, and by what never ends.
    put(home, f"{{% macro tail() %}}{{% endmacro %}}{{% macro records() %}}{{% endmacro %}}{text}", name)
    started = time.monotonic()
    ran = piped(home, ["report", "mine" if name == "mine" else "brag"])
    assert (ran.out, ran.code) == ("", 1), ran.err
    assert "Traceback" not in ran.err
    assert time.monotonic() - started < 8


def test_a_template_cannot_leave_its_child(tmp_path: Path) -> None:
    home = tmp_path / "home"
    put(home, "{{ 7 * 7 }} {{ total }}")
    ran = use(home)
    assert (ran.out, ran.code) == ("49 0\n", 0)


def test_what_a_template_writes_steers_no_terminal(tmp_path: Path) -> None:
    home = tmp_path / "home"
    put(
        home,
        "{{ '\\x1b]0;x\\x07' }}\x1b[2J [x](javascript:alert(1)) <script>alert(1)</script> ![i](https://e.example.net)",
    )
    for one in ("md", "html", "text", "term"):
        ran = piped(home, ["report", "mine", "-f", one])
        assert ran.code == 0
        assert "\x1b" not in ran.out
    page = piped(home, ["report", "mine", "-f", "html"]).out
    assert "<script" not in page
    assert "javascript:alert" not in page.replace("[x](javascript:alert(1))", "")
    assert "<img" not in page


@pytest.mark.parametrize("text", ["{{ ''.__class__ }}", "{% include '/etc/passwd' %}", "{{ 33335 * 7 }}"])
def test_text_is_never_a_template(text: str, tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert piped(home, ["log", "-m", text, "-k", "win", "--impact", text, "-p", "x"]).code == 0
    for one in ("md", "html", "text", "json"):
        ran = piped(home, ["report", "brag", "-f", one])
        assert (ran.code, "233345" in ran.out, "root:" in ran.out) == (0, False, False)
        assert ("{{" in ran.out or "{%" in ran.out) and "}" in ran.out
