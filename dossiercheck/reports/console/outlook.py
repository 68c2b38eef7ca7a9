"""What a report says beyond its findings: how ambiguous texts were read, what to do first, how long it keeps."""

from dossiercheck.findings import Report
from dossiercheck.reports.console.page import Page
from dossiercheck.reports.readings import reading_lines
from dossiercheck.reports.to_do_first import action_lines, shelf_life


def show_readings(page: Page, report: Report) -> None:
    """Each ambiguous requirement: how it was read, and what another reading would change."""
    lines = reading_lines(report, page.words)
    if not lines:
        return
    nothing = page.words.label("reading-changes-nothing")
    page.heading(page.words.label("section-readings"))
    page.blank()
    for line in lines:
        alone = line.others == (nothing,)
        unchanged = f" {nothing}" if alone else ""
        page.line((line.title, "bold"), f": {line.used}.", (unchanged, "dim"), indent=3, marker="•")
        for other in () if alone else line.others:
            page.line((other, "dim"), indent=5)


def show_what_to_do(page: Page, report: Report) -> None:
    """The actions that make the dossier complete, longest first, and how long what is in order stays so."""
    words, lines, life = page.words, action_lines(report, page.words), shelf_life(report, page.words)
    if lines:
        page.heading(f"{words.label('section-actions')} ({len(lines)})")
        page.blank()
        widest = max(len(line.lead) for line in lines)
        for line in lines:
            who = f": {line.who}" if line.who else ""
            settles = (f" ({', '.join(line.settles)})", "dim")
            page.line((line.what, "bold"), who, settles, indent=3, marker=line.lead.ljust(widest) if widest else "•")
    if life:
        if lines:
            page.blank()
        else:
            page.heading(words.label("section-shelf-life"))
            page.blank()
        page.line(life, indent=3)
