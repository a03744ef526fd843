"""How heavy a page of a tree is, and how soon it can be used on a phone, beside the same tree as a Mermaid page.

Run `make benchmarks`. Times depend on the machine: compare the two of one run.
"""

import argparse
import shutil
import statistics
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from benchmarks.host import serving
from benchmarks.mermaid_site import build
from macros.build import main as build_site
from trees.core.library import load

HERE = Path(__file__).parent
ROOT = HERE.parent
PHONE = {"width": 360, "height": 800}
CPU = 4
"""How many times slower the processor of the phone is."""
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1_638_400 / 8, "uploadThroughput": 750_000 / 8}
"""A slow 4G network, as Lighthouse has it for phones: 150 ms for an answer to begin, 1.6 Mbit/s down."""
PATIENCE = 60_000
"""Milliseconds until a page that cannot be used is given up."""

OURS = """() => {
  // Pressed from the first moment on, as an impatient reader does; the page can be used when a press is answered.
  if (document.querySelector(".dt-trail")) return true;
  document.querySelector(".dt-walk .dt-answer, .dt-walk .dt-item input")?.click();
  document.querySelector(".dt-walk .dt-item input:checked")?.closest(".dt-card").querySelector(".dt-enter").click();
  return Boolean(document.querySelector(".dt-trail"));
}"""
DRAWN = "() => document.querySelector('.dt-scroll .dt-svg .n')?.getBoundingClientRect().height > 0"
MERMAID = "() => document.querySelector('div.mermaid')?.getBoundingClientRect().height > 0"
"""The theme puts this in the place of the text when the diagram is drawn."""
WATCH = """([usable, drawn]) => {
  const found = { shift: 0, usable: null, drawn: null, paint: null };
  globalThis.found = found;
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) if (!each.hadRecentInput) found.shift += each.value;
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => { found.paint = list.getEntries().at(-1).startTime; })
    .observe({ type: "largest-contentful-paint", buffered: true });
  const look = () => {
    if (found.drawn === null && drawn()) found.drawn = performance.now();
    if (found.usable === null && usable()) found.usable = performance.now();
    if (found.usable === null || found.drawn === null) setTimeout(look, 20);
  };
  setTimeout(look, 0);
}"""


@dataclass(frozen=True)
class Seen:
    """One visit: bytes that came over the network, the number of requests, times in ms, and the layout shift."""

    bytes: int
    requests: int
    paint: float
    drawn: float
    usable: float
    shift: float


def visit(browser: Browser, address: str, usable: str, drawn: str) -> Seen:
    """Open a page as on a first visit, with nothing kept, and wait until it can be used."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=3, is_mobile=True, has_touch=True)
    page = context.new_page()
    session = context.new_cdp_session(page)
    received: list[float] = []
    session.on("Network.loadingFinished", lambda told: received.append(told["encodedDataLength"]))
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": CPU})
    script = f"({WATCH})([{usable}, {drawn}])"
    page.add_init_script(f"if (location.protocol !== 'about:') {script}")
    answer = page.goto(address, wait_until="load", timeout=PATIENCE)
    assert answer is not None
    assert answer.ok, f"{address}: {answer.status}"
    page.wait_for_function(
        "() => globalThis.found.usable !== null && globalThis.found.drawn !== null", timeout=PATIENCE, polling=100
    )
    page.wait_for_timeout(1_000)
    found: dict[str, Any] = page.evaluate("globalThis.found")
    context.close()
    found["shift"] = shift(browser, address, drawn)
    return Seen(int(sum(received)), len(received), found["paint"], found["drawn"], found["usable"], found["shift"])


def shift(browser: Browser, address: str, drawn: str) -> float:
    """Return how much moves by itself while a reader presses nothing, waits, and scrolls to the end of a page."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=3, is_mobile=True, has_touch=True)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NETWORK)
    page.add_init_script(f"if (location.protocol !== 'about:') ({WATCH})([{drawn}, {drawn}])")
    page.goto(address, wait_until="load", timeout=PATIENCE)
    page.wait_for_function("() => globalThis.found.drawn !== null", timeout=PATIENCE, polling=100)
    page.wait_for_timeout(1_500)
    page.mouse.move(PHONE["width"] / 2, PHONE["height"] / 2)
    while page.evaluate("scrollY + innerHeight + 1 < document.documentElement.scrollHeight"):
        page.mouse.wheel(0, PHONE["height"])
        page.wait_for_timeout(150)
    found: dict[str, Any] = page.evaluate("globalThis.found")
    context.close()
    return float(found["shift"])


def middle(seen: list[Seen], what: str) -> float:
    """Return the median of one figure over all visits."""
    return statistics.median(getattr(each, what) for each in seen)


def report(name: str, ours: list[Seen], theirs: list[Seen]) -> str:
    """Return a row a page: the medians of both, and how many times as much theirs is."""
    rows = [f"{name}, {len(ours)} visits to each"]
    for what, unit, scale in (
        ("bytes", "kB", 1000),
        ("requests", "", 1),
        ("paint", "s to the largest paint", 1000),
        ("drawn", "s to the diagram", 1000),
        ("usable", "s until it can be used", 1000),
    ):
        one, other = middle(ours, what) / scale, middle(theirs, what) / scale
        spread = (
            f"{min(getattr(s, what) for s in ours) / scale:.2f} to {max(getattr(s, what) for s in ours) / scale:.2f}"
        )
        rows.append(f"  {one:8.2f} ({spread}) against {other:8.2f} {unit}: {other / one:.1f} times")
    worst = max(each.shift for each in ours), max(each.shift for each in theirs)
    rows.append(f"  {worst[0]:8.3f} against {worst[1]:.3f} layout shift, at worst")
    return "\n".join(rows)


def main() -> None:
    """Measure the largest page, a usual one and the smallest, on a throttled phone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visits", type=int, default=9)
    parser.add_argument("--site", type=Path, help="a site that is built already")
    parser.add_argument("--browser", default=shutil.which("chromium"), help="the browser's program")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        # Started by root, nginx reads as another user.
        folder.chmod(0o755)
        site = given.site
        if site is None:
            site = folder / "ours"
            build_site(["--root", str(ROOT), "--site", str(site)])
        library = load(ROOT / "trees")
        names = [name for name in library.trees if not library.collections[name.partition("/")[0]].invented]
        by_size = sorted(names, key=lambda name: (site / "trees" / name / "index.html").stat().st_size)
        chosen = {"smallest": by_size[0], "middle": by_size[len(by_size) // 2], "largest": by_size[-1]}
        theirs = build(
            library, list(chosen.values()), HERE / "node_modules/mermaid/dist/mermaid.min.js", folder / "theirs"
        )
        (folder / "a").mkdir()
        (folder / "b").mkdir()
        with (
            serving(site, folder / "a") as our_origin,
            serving(theirs, folder / "b") as their_origin,
            sync_playwright() as playwright,
        ):
            browser = playwright.chromium.launch(executable_path=given.browser, args=["--no-sandbox"])
            for size, name in chosen.items():
                pairs = [
                    (
                        visit(browser, f"{our_origin}/trees/{name}/", OURS, DRAWN),
                        visit(browser, f"{their_origin}/{name}/", MERMAID, MERMAID),
                    )
                    for _ in range(given.visits)
                ]
                print(report(f"{name} ({size} page)", [ours for ours, _ in pairs], [other for _, other in pairs]))
            browser.close()


if __name__ == "__main__":
    main()
