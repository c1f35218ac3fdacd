"""The sixty minutes played in a browser by phones, a projector, a facilitator and a safety adult: `make played`.

    python -m tests.sixty [--away SECONDS] [--way scripts|plain|few]

Three ways: with scripts on the phones; with scripts turned off on them; with eight people, three phones, and no wi-fi
for so long as `--away` says. Each step's pictures go to build/played: projector, facilitator's laptop and phone,
a phone, and the safety adult's page. Exits 1 when an idea was lost or doubled, or a page has a fault that axe finds.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from feedback_app import people
from tests import chromium
from tests.furnished import OPEN_WAVE, Furnished, furnish
from tests.looking import TOO_WIDE, found_by_axe
from tests.respondents import WORRYING
from tests.serving import Server, an_installation, serving
from tests.term import AREA

FOLDER = Path("build") / "played"
LAPTOP, PROJECTOR, PHONE = (1280, 800), (1280, 720), (360, 740)
SOON = 10_000  # ms
AWAY = 20  # seconds without a signal, unless somebody says more: the hall's ten minutes are 600
SAID = {
    "ideas-alone": (
        "Ask us before you pick a service",
        "The letters are in words I do not get",
        "Send a text when the wait is longer",
        "Lights that do not buzz in the clinic",
        "The same worker, not a new one each time",
        "A quiet room at the front desk",
    ),
    "ideas-pairs": ("Somebody rings us back the same week", "Short letters with pictures", "One worker who stays"),
    "vision": ("Two of us are in the room when they choose, and we say yes or no last",),
}
ON_PAPER = {
    "ideas-alone": (
        "Too long on the bus to get there",
        "Ask my mum and me at the same time",
        "Waiting is the worst bit",
    ),
    "ideas-pairs": ("Tell us who is coming and what they look like",),
    "vision": ("We read the bids before the meeting",),
}
ACTION = {
    "what": "A text each month to everybody who waits",
    "owner": "The therapy service manager",
    "by_when": "The end of January",
    "hears": "The children's commissioner",
}
PILES = (
    ("The wait", ("wait", "rings", "text")),
    ("Letters we can read", ("letters",)),
    ("People who stay", ("worker",)),
)


@dataclass
class Played:
    """One workshop while it is played, and what was seen in it."""

    name: str
    furnished: Furnished
    sam: Page
    asha: Page
    screen: Page
    phones: list[Page]
    base: str
    on_paper: bool
    away: int
    pictures: int = 0
    said: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def go(self, path: str = "") -> Page:
        self.sam.goto(self.base + path)
        return self.sam

    def press(self, words: str) -> None:
        with self.sam.expect_navigation():
            self.sam.get_by_role("button", name=words).first.click()

    def look(self, step: str) -> None:
        """A picture of each machine in the room, and what axe says of it."""
        self.pictures += 1
        seen = (("projector", self.screen, PROJECTOR), ("laptop", self.sam, LAPTOP), ("safety", self.asha, LAPTOP))
        in_hands = (*(("phone", one, PHONE) for one in self.phones[:1]), ("remote", self.sam, PHONE))
        for machine, page, (width, height) in seen + in_hands:
            page.set_viewport_size({"width": width, "height": height})
            page.screenshot(path=FOLDER / f"{self.name}-{self.pictures:02}-{step}-{machine}.png", full_page=True)
            if (
                self.name == "plain" and machine == "phone"
            ):  # axe waits for promises, which no page keeps without scripts
                self.faults += [f"{step}, {machine}: {one} is too wide" for one in page.evaluate(TOO_WIDE)]
            else:
                self.faults += [f"{step}, {machine}: {one}" for one in found_by_axe(page, width)]
        self.sam.set_viewport_size({"width": LAPTOP[0], "height": LAPTOP[1]})


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--away", type=int, default=AWAY, help="seconds without a signal, where there are three phones")
    asked.add_argument("--way", choices=WAYS, help="one of the three ways alone")
    given = asked.parse_args()
    if chromium.where() is None:
        print(chromium.MISSING, file=sys.stderr)
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    wrong = 0
    for name in [given.way] if given.way else list(WAYS):
        with tempfile.TemporaryDirectory(prefix="heard-played-") as folder:
            settings = an_installation(Path(folder))
            furnished = furnish(settings)
            with serving(settings) as server, chromium.running() as browser:
                played = _play(name, browser, server, furnished, given.away)
        print(f"{name}: {played.pictures} steps, {len(played.said)} ideas said, each kept once")
        print("\n".join(played.faults) or f"{name}: axe found nothing")
        wrong += len(played.faults)
    print(f"{len(list(FOLDER.glob('*.png')))} pictures in {FOLDER}")
    return 1 if wrong else 0


WAYS: dict[str, tuple[int, bool, bool]] = {  # phones, scripts on them, people without a phone
    "scripts": (4, True, False),
    "plain": (4, False, False),
    "few": (3, True, True),
}


def _play(name: str, browser: Browser, server: Server, furnished: Furnished, away: int) -> Played:
    phones, scripts, on_paper = WAYS[name]
    played = _set_up(name, browser, server, furnished, on_paper=on_paper, away=away)
    code = str(played.sam.locator("main .soft b").first.text_content())
    played.look("before")
    for _ in range(phones):
        phone = _a_page(browser, PHONE, scripts=scripts)
        phone.goto(server.at(f"/w/{code}/"))
        if not played.phones:
            phone.screenshot(path=FOLDER / f"{name}-00-join-phone.png", full_page=True)
        phone.get_by_role("button", name="Join").click()
        played.phones.append(phone)
    for step, play in STEPS.items():
        _go_on(played)
        play(played, step)
    _end(played)
    _count(played)
    return played


def _a_page(browser: Browser, size: tuple[int, int], *, scripts: bool = True) -> Page:
    width, height = size
    context = browser.new_context(viewport={"width": width, "height": height}, java_script_enabled=scripts)
    context.set_default_timeout(SOON)
    return context.new_page()


def _set_up(name: str, browser: Browser, server: Server, furnished: Furnished, *, on_paper: bool, away: int) -> Played:
    with furnished.app.app_context():
        people.add_staff(AREA, "Asha", "safety_adult")
    sam, asha = _a_page(browser, LAPTOP), _a_page(browser, LAPTOP)
    sam.goto(server.at(furnished.link("Sam", f"/areas/{AREA}/workshops/")))
    sam.locator("main form button").click()
    sam.check("input[value=sixty-minutes]")
    sam.fill("#group_name", "Wexcombe Youth Council")
    sam.select_option("#safety", label="Asha")
    sam.select_option("#wave", OPEN_WAVE)
    sam.screenshot(path=FOLDER / f"{name}-00-set-up-laptop.png", full_page=True)
    sam.get_by_role("button", name="Set up the room").click()
    sam.get_by_role("button", name="Make the link for Asha").wait_for()
    base = sam.url
    sam.get_by_role("button", name="Make the link for Asha").click()
    asha.goto(str(sam.locator(".link").text_content()))
    asha.get_by_role("button", name="Yes, open my page").click()
    sam.goto(base)
    screen = sam.context.new_page()
    screen.goto(base + "/screen")
    return Played(name, furnished, sam, asha, screen, [], base, on_paper, away)


def _go_on(played: Played) -> None:
    """Next step, and every phone sees it: by itself, or by the link on a page without scripts."""
    played.go()
    played.sam.locator("#press-next, #press-begin").first.click()
    heading = str(played.screen.locator("h1").first.text_content()) if played.pictures > 1 else ""
    if heading:
        expect(played.screen.locator("h1").first).not_to_have_text(heading, timeout=SOON)
    for phone in played.phones:
        _see_what_is_on(played, phone)


def _see_what_is_on(played: Played, phone: Page) -> None:
    if played.name == "plain":
        phone.get_by_role("link", name="See what is on now").click()
    else:
        phone.reload()


def _talk(played: Played, step: str) -> None:
    played.look(step)


def _poll(played: Played, step: str) -> None:
    played.look(step)
    for number, phone in enumerate(played.phones):
        phone.locator("main fieldset input[type=radio]").nth(number % 3).check()
        phone.get_by_role("button", name="Send").click()
        expect(phone.locator("#kept")).to_be_visible()
    played.go("/polls")
    if played.on_paper:
        played.sam.locator("summary", has_text="Hands").first.click()
        played.sam.locator("details[open] input[inputmode=numeric]").first.fill("3")
        played.sam.get_by_role("button", name="Keep the count").first.click()
    played.press("Close it and show it")
    expect(played.screen.locator(".tally")).to_be_visible(timeout=SOON)
    played.look(f"{step}-shown")


def _ideas(played: Played, step: str) -> None:
    said = SAID[step]
    if played.on_paper and step == "ideas-alone":
        _no_signal(played, said)
    else:
        for number, words in enumerate(said):
            _say(played, played.phones[number % len(played.phones)], words)
    if step == "ideas-alone":
        _say(played, played.phones[-1], WORRYING, counts=False)
        expect(played.asha.get_by_role("heading", level=1)).to_have_text("To check: 1", timeout=SOON)
    if played.on_paper:
        played.go("/paper")
        played.sam.fill("#words", "\n".join(ON_PAPER[step]))
        played.sam.fill("#people", "5")
        played.press("Keep these")
        played.said += ON_PAPER[step]
        played.look(f"{step}-paper")
    played.go("/check")
    played.look(f"{step}-check")
    waiting = played.sam.locator("[data-keys] button[value=shown]")
    for left in range(waiting.count() - 1, -1, -1):
        waiting.first.click()
        expect(waiting).to_have_count(left)
    played.screen.reload()
    played.look(step)


def _say(played: Played, phone: Page, words: str, *, counts: bool = True) -> None:
    phone.fill("#words", words)
    phone.locator("main fieldset input[type=radio]").first.check()
    if phone.locator("#people").count():
        phone.fill("#people", "4")
    phone.get_by_role("button", name="Send").click()
    expect(phone.locator("#kept")).to_be_visible(timeout=3 * SOON)
    if counts:
        played.said.append(words)


def _no_signal(played: Played, said: tuple[str, ...]) -> None:
    """Every phone says one thing while there is no wi-fi, waits, and sends it by itself once there is."""
    for phone, words in zip(played.phones, said, strict=False):
        phone.context.set_offline(True)
        phone.fill("#words", words)
        phone.locator("main fieldset input[type=radio]").first.check()
        phone.get_by_role("button", name="Send").click()
        expect(phone.locator("#unsent")).to_be_visible(timeout=SOON)
        played.said.append(words)
    played.look("no-signal")
    played.sam.wait_for_timeout(played.away * 1000)
    for phone in played.phones:
        phone.context.set_offline(False)
        expect(phone.locator("#kept")).to_be_visible(timeout=6 * SOON)
    for number, words in enumerate(said[len(played.phones) :]):
        _say(played, played.phones[number % len(played.phones)], words)


def _piles(played: Played, step: str) -> None:
    page = played.go("/piles/")
    for place, (_, holds) in enumerate(PILES, start=1):
        for words in [one for one in played.said if any(word in one.lower() for word in holds)]:
            box = page.locator("section[aria-labelledby=alone] li.pick", has_text=words).locator("input")
            if box.count():
                box.first.check()
        page.click("#new")
        expect(page.get_by_role("heading", level=1)).to_have_text(f"Piles: {place}", timeout=SOON)
    played.screen.reload()
    played.look(step)


def _naming(played: Played, step: str) -> None:
    page = played.go("/piles/names")
    for number, (name, _) in enumerate(PILES):
        card = page.locator("main .piles > section").nth(number)
        card.locator("input[type=text]").fill(name)
        card.locator("button").click()
        expect(card.locator(".called")).to_have_text(name, timeout=SOON)
    played.screen.reload()
    played.look(step)


def _dots(played: Played, step: str) -> None:
    for phone in played.phones:
        for box in phone.locator("main input[type=checkbox]").all()[:2]:
            box.check()
        phone.get_by_role("button", name="dots").click()
        expect(phone.locator("#kept")).to_be_visible(timeout=SOON)
    played.look(step)
    page = played.go("/dots")
    if played.on_paper:
        for number, box in enumerate(page.locator("section[aria-labelledby=paper] input[type=text]").all()):
            box.fill(str(5 - number))
        page.click("#keep")
        expect(page.locator("section[aria-labelledby=paper]")).to_contain_text("typed in", timeout=SOON)
    page.click("#close")
    expect(page.get_by_role("heading", level=1)).to_have_text("Dots: closed", timeout=SOON)
    played.screen.reload()
    for phone in played.phones:
        _see_what_is_on(played, phone)
    played.look(f"{step}-closed")


def _standards(played: Played, step: str) -> None:
    """The top piles are about some of the area's standards, with a reason."""
    page = played.go("/standards")
    for number, reason in enumerate(("They would tell us if they thought of us", "Read it and you see")):
        card = page.locator("section.card:has(select)").nth(number)
        card.locator("select").select_option(index=number + 1)
        card.locator("input[name=reason]").fill(reason)
        card.locator("button.b2").first.click()
        expect(page.locator(".adult mark")).to_have_count(number + 1, timeout=SOON)
    played.screen.reload()
    for phone in played.phones:
        _see_what_is_on(played, phone)
    played.look(step)


def _action(played: Played, step: str) -> None:
    """What is missing is said, and nothing that was typed is lost; then the hall and the phones have the action."""
    page = played.go("/action")
    page.fill("#what", ACTION["what"])
    page.click("#keep")
    expect(page.locator(".err")).to_be_visible(timeout=SOON)
    for box, words in ACTION.items():
        page.fill(f"#{box}", words)
    page.click("#keep")
    expect(page.locator("#now")).to_be_visible(timeout=SOON)
    played.screen.reload()
    for phone in played.phones:
        _see_what_is_on(played, phone)
        expect(phone.locator("main .said")).to_contain_text(ACTION["what"], timeout=SOON)
    played.look(step)


def _statement(played: Played, step: str) -> None:
    """What the group says together: a draft, the group's yes, one sheet of A4, and the page that anybody reads."""
    page = played.go("/statement")
    page.click("#draft")
    expect(page.locator("#yes")).to_be_visible(timeout=SOON)
    played.screen.reload()
    for phone in played.phones:
        _see_what_is_on(played, phone)
    for phone in played.phones:
        phone.locator("main fieldset input[type=radio]").first.check()
        phone.get_by_role("button", name="Send").click()
        expect(phone.locator("#kept")).to_be_visible(timeout=SOON)
    page.reload()
    played.look(step)
    page.click("#close")
    expect(page.locator("#say-yes")).to_be_visible(timeout=SOON)
    played.look(f"{step}-phones-closed")
    page.fill("#agree", "3")
    page.fill("#people", "4")
    page.fill("#differently", "Somebody wanted the buses first")
    page.locator("input[name=public]").first.check()
    page.click("#say-yes")
    expect(page.locator("#agreed")).to_be_visible(timeout=SOON)
    played.screen.reload()
    played.look(f"{step}-agreed")
    page.goto(str(page.get_by_role("link", name="See it as everybody does").get_attribute("href")))
    played.look(f"{step}-public")
    page.goto(played.base + "/statement/paper")
    played.look(f"{step}-paper")
    page.pdf(path=FOLDER / f"{played.name}-statement.pdf", prefer_css_page_size=True, print_background=True)


def _check_out(played: Played, step: str) -> None:
    for number, phone in enumerate(played.phones):
        phone.locator("main fieldset input[type=radio]").nth(number % 3).check()
        phone.get_by_role("button", name="Send").click()
        expect(phone.locator("#kept")).to_be_visible(timeout=SOON)
    played.look(step)
    played.go("/polls")
    played.sam.locator("#close-check-out").click()
    played.look(f"{step}-closed")


def _end(played: Played) -> None:
    page = played.go()
    page.locator("summary", has_text="End the workshop").click()
    played.press("End it now")
    for phone in played.phones:
        _see_what_is_on(played, phone)
    played.screen.reload()
    played.look("over")


def _count(played: Played) -> None:
    """Each idea that somebody said stands once where ideas are checked, and nowhere twice."""
    page = played.go("/check")
    for shut in page.locator("main details").all():
        shut.evaluate("one => one.open = true")
    there = [" ".join(one.split()) for one in page.locator("main .words").all_text_contents()]
    for words in played.said:
        if (many := there.count(words)) != 1:
            played.faults.append(f"“{words}” is there {many} times")


STEPS: dict[str, Callable[[Played, str], None]] = {
    "welcome": _talk,
    "warm-up": _poll,
    "ideas-alone": _ideas,
    "ideas-pairs": _ideas,
    "piles": _piles,
    "naming": _naming,
    "dots": _dots,
    "vision": _ideas,
    "standards": _standards,
    "action": _action,
    "statement": _statement,
    "check-out": _check_out,
}

if __name__ == "__main__":
    sys.exit(main())
