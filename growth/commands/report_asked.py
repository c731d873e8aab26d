"""What a user asked of a report: its template, period, audience and where it goes."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from growth import clock
from growth.app import App
from growth.commands.emit import emit
from growth.errors import WrongUsage
from growth.records.dates import EVER, Period

if TYPE_CHECKING:
    from growth.rules.audience import Audience
    from growth.rules.charts import Chart

# Without a period a report looks back this far.
HALF_YEAR = "6m"


class Asked(NamedTuple):
    """What was asked of `growth report`; `period` is EVER where none was named."""

    name: str
    period: Period
    audience: str | None
    project: str | None
    format_: str | None
    output: str | None
    yes: bool
    assessment: str | None = None
    form: str | None = None
    about: str | None = None
    everyone: bool = False
    include_former: bool = False
    role: str | None = None

    def whom(self, app: App) -> "Audience":
        """Return whom it is for."""
        from growth.commands.audiences import audience_of

        return audience_of(app, self.audience, self.include_former)

    def lately(self, app: App) -> Period:
        """Return the period; the last six months where none was named."""
        if self.period != EVER:
            return self.period
        start = clock.move(app.today, clock.span(HALF_YEAR), -1)
        return Period(start, None, f"since {start}")

    def emit(
        self,
        app: App,
        markdown: str,
        *,
        context: Any,
        title: str,
        charts: "Mapping[str, Chart] | None" = None,
    ) -> None:
        """Print the finished document, or write it where it was asked for."""
        if self.form:
            raise WrongUsage(f"{self.name} fills no form", "growth report self-review --form FILE")
        emit(
            app, markdown, format_=self.format_, output=self.output, context=context, title=title,
            yes=self.yes, charts=charts,
        )  # fmt: skip
        self.say_nameless(app)

    def say_nameless(self, app: App) -> None:
        """Say where it goes to others and does not say whose it is."""
        from growth.commands.audiences import say_nameless

        say_nameless(app, self.audience)
