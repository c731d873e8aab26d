"""A prompt with its cases as a configuration of promptfoo, so that other people's tools try it, too."""

from collections.abc import Mapping
from typing import Any

from growth.rules.brief import told
from growth.rules.prompt import Prompt
from growth.rules.prompt_cases import Case

# What stands in a prompt is a template to promptfoo; ours are none.
_RAW, _END = "{% raw %}", "{% endraw %}"


def write(prompt: Prompt, cases: Mapping[str, Case], command: str) -> bytes:
    """Return the configuration as YAML."""
    import yaml

    config = {
        "description": f"{prompt.ref}: {prompt.purpose}",
        "prompts": [{"id": prompt.ref, "raw": f"{_RAW}{prompt.text}{_END}\n\n{{{{brief}}}}"}],
        "providers": [f"exec: {command}" if command else "echo"],
        "tests": [_test(name, case) for name, case in cases.items()],
    }
    text: str = yaml.safe_dump(config, sort_keys=False, allow_unicode=True, width=100)
    return text.encode()


def _test(name: str, case: Case) -> dict[str, Any]:
    wanted = case.expect
    held = (*wanted.cites, *wanted.contains)
    asserts: list[dict[str, Any]] = [{"type": "contains", "value": one} for one in held]
    asserts += [{"type": "not-icontains", "value": one} for one in wanted.never]
    if wanted.words:
        script = f"output.trim().split(/\\s+/).length <= {wanted.words}"
        asserts.append({"type": "javascript", "value": script})
    return {"description": name, "vars": {"brief": told("", case.brief)}, "assert": asserts}
