"""Every page visited again and again on every network, by a browser that has only what the visit says it has."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack

from feedback_app.bench.browser import PHONE, Visit, running, visit
from feedback_app.bench.figures import Measured
from feedback_app.bench.networks import NETWORKS
from feedback_app.bench.peers import peer_pages
from feedback_app.bench.served import heard_pages


def measure_pages(runs: int, *, peers: bool, tell: Callable[[str], None]) -> tuple[list[Measured], str]:
    """Visit each page so many times; return what was measured, and which Chromium did it.

    The pages take turns, so that a busy moment of this machine troubles all of them alike. Raises NoBrowser, NotServed,
    NoPeers.
    """
    with ExitStack() as stack:
        browser = stack.enter_context(running())
        subjects = [*stack.enter_context(heard_pages(browser)), *stack.enter_context(peer_pages(surveyjs=peers))]
        visits: dict[tuple[str, str], list[Visit]] = {}
        for turn in range(runs):
            tell(f"Turn {turn + 1} of {runs}")
            for subject in subjects:
                for network in NETWORKS:
                    # a service worker fetches for the page, on a network that is not slowed down with it
                    context = browser.new_context(viewport=PHONE, storage_state=subject.kept, service_workers="block")
                    seen = visit(context, subject.address, network, come_from=subject.come_from)
                    context.close()
                    visits.setdefault((subject.name, network.name), []).append(seen)
        return [Measured(page, network, tuple(seen)) for (page, network), seen in visits.items()], browser.version
