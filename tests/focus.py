"""Where the keyboard stands: can its place be seen, is it covered by anything, does anything scroll sideways?"""

from __future__ import annotations

from playwright.sync_api import Page

MOST_STOPS = 120
# A ring may stand on the label of a control that is itself too small to see.
FOCUS = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) return {name: "", problems: []};
    const labels = [...(one.labels || [])];
    const name = [one.tagName.toLowerCase(), one.id, (one.textContent || "").trim().slice(0, 30)].join(" ");
    const ringed = [one, ...labels, ...labels.flatMap(label => [...label.querySelectorAll("*")])].find(each => {
        const looks = getComputedStyle(each), box = each.getBoundingClientRect();
        return looks.outlineStyle !== "none" && parseFloat(looks.outlineWidth) >= 3 && box.width > 8 && box.height > 8;
    });
    if (!ringed) return {name, problems: ["has no ring that can be seen"]};
    // A link over two lines has two boxes, and between them stands what is beside it: the widest is looked at.
    const [box] = [...ringed.getClientRects()].sort((a, b) => b.width - a.width);
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    if (right - left < 2 || bottom - top < 2) return {name, problems: ["is outside the window"]};
    const problems = [];
    if (bottom - top < Math.min(box.height / 2, 32)) problems.push("is mostly outside the window");
    for (const [x, y] of [[.5, .5], [.1, .5], [.9, .5], [.5, .1], [.5, .9]]) {
        const there = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
        const own = [one, ringed, ...labels].some(each => each.contains(there) || (there && there.contains(each)));
        if (!own) problems.push("is covered by " + (there ? there.outerHTML.slice(0, 60) : "nothing"));
    }
    return {name, problems};
}"""
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def problems_of_tabbing(page: Page) -> list[str]:
    """Press Tab from the top of the page to its end, and say what is wrong at each stop."""
    page.evaluate("window.scrollTo(0, 0)")
    problems, stops = [], []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUS)
        if not found["name"]:
            break
        stops.append(found["name"])
        problems += [f"{found['name']} {problem}" for problem in found["problems"]]
    else:
        problems.append(f"the Tab key never comes to an end: {stops[-3:]}")
    if len(stops) < 2:
        problems.append(f"the Tab key stops at {stops} alone")
    if (over := page.evaluate(SIDEWAYS)) > 0:
        problems.append(f"the page is {over} px too wide")
    return problems
