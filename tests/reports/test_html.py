"""The HTML of a document: one file that asks nothing of anybody."""

import base64
import hashlib
import re

from hypothesis import given
from hypothesis import strategies as st

from growth.reports.html import body, page

SHEET = """*For you only*

# 1:1 with Ana · *Tue 24 Nov*

- [ ] ask Dana · **3 days late** · `7k3q`
- [x] pair with Kim · *done* · [2]
- **win** p99 [PR #7](https://git.example.com/pull/7)

## Records cited

1. `j261120-6hrh` 2026-11-20 a title · `7cfd1ccbdf6f`
"""


def test_a_sheet() -> None:
    assert (
        body(SHEET)
        == """\
<p><em>For you only</em></p>
<h1 id="1-1-with-ana">1:1 with Ana · <em class="tail">Tue 24 Nov</em></h1>
<ul>
<li class="task"><span class="box">☐</span>ask Dana · <strong class="tail">3 days late</strong> · \
<code class="tail">7k3q</code></li>
<li class="task"><span class="box">☑</span>pair with Kim · <em class="tail">done</em> · [2]</li>
<li><strong>win</strong> p99 <a href="https://git.example.com/pull/7">PR #7</a></li>
</ul>
<h2 id="records-cited">Records cited</h2>
<ol>
<li><code>j261120-6hrh</code> 2026-11-20 a title · <code class="tail">7cfd1ccbdf6f</code></li>
</ol>
"""
    )


def test_the_page_allows_its_own_style_and_nothing_else() -> None:
    whole = page(SHEET, "<1:1> & more")
    style = re.search(r"<style>(.*)</style>", whole, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in whole
    assert "<title>&lt;1:1&gt; &amp; more</title>" in whole
    assert whole.endswith("</html>\n")
    for word in ("<script", "url(", "@import", "src=", "<link", "<img"):
        assert word not in whole


def test_raw_html_images_and_other_schemes_are_text() -> None:
    made = body(
        "<script>x</script> ![i](https://a.example/p.png) [x](javascript:x) [f](file:///a) [l](ana.html)"
    )
    assert made == (
        '<p>&lt;script&gt;x&lt;/script&gt; !<a href="https://a.example/p.png">i</a> '
        '[x](javascript:x) [f](file:///a) <a href="ana.html">l</a></p>\n'
    )


def test_a_table_of_ones_own_template_is_a_table() -> None:
    assert "<td>1</td>" in body("| a |\n|---|\n| 1 |\n")


@given(st.text(max_size=80))
def test_no_text_becomes_a_tag_that_acts(text: str) -> None:
    made = body(text)
    assert not re.search(r"<(script|img|iframe|form|object|embed|style|meta|base|svg)\b", made, re.IGNORECASE)
    assert not re.search(r"href=\"(?!https?:|mailto:|[\w.-]+\.(html|md)\")", made, re.IGNORECASE)
