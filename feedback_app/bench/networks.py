"""The networks and the phone that are imitated: Lighthouse's constants."""

from __future__ import annotations

from dataclasses import dataclass

SLOWER_CPU = 4  # times, of the machine that measures

# Chromium delays each request as a whole, and knows nothing of the packets that open a connection. Lighthouse
# (`core/config/constants.js`) makes up for it: a request takes 3.75 round trips, and nine tenths of the bandwidth.
ROUND_TRIPS = 3.75
BANDWIDTH_LEFT = 0.9


@dataclass(frozen=True, slots=True)
class Network:
    """A network as it is named: milliseconds of one round trip, thousands of bits a second each way."""

    name: str
    round_trip_ms: float
    down_kbps: float
    up_kbps: float

    def conditions(self) -> dict[str, object]:
        """The parameters of `Network.emulateNetworkConditions`: milliseconds a request, bytes a second."""
        return {
            "offline": False,
            "latency": self.round_trip_ms * ROUND_TRIPS,
            "downloadThroughput": self.down_kbps * BANDWIDTH_LEFT * 1000 / 8,
            "uploadThroughput": self.up_kbps * BANDWIDTH_LEFT * 1000 / 8,
        }


SLOW_4G = Network("slow 4G", 150, 1_600, 750)
SLOW_3G = Network("slow 3G", 400, 400, 400)
NETWORKS = (SLOW_4G, SLOW_3G)

# what the first paint may take, and how long a page may not answer a finger, in milliseconds
FIRST_PAINT_GOALS = {SLOW_4G.name: 850, SLOW_3G.name: 1_650}
BLOCKING_GOAL = 50
