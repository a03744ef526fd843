"""Ask every address that a built site links to whether it is still there: `python3 .ci/links.py SITE`.

It ends with 1 when an address is gone. One that does not answer, or that answers only to people, is listed and no more:
it says more about that hour than about the link.
"""

import argparse
import re
import sys
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

LINK = re.compile(r'<a\b[^>]*\bhref="(https?://[^"]+)"')
GONE = {404, 410}
AGENT = "Mozilla/5.0 (compatible; link check of a static site, once a week)"
TRIES, PAUSE, TIME_OUT = 3, 5.0, 20.0
"""How often an address is asked, and seconds between two tries and for each."""


def links(site: Path) -> dict[str, str]:
    """Return every address that leads out of a site, each with one page that has it."""
    found: dict[str, str] = {}
    for page in sorted(site.rglob("*.html")):
        for href in LINK.findall(page.read_text(encoding="utf-8")):
            address = urldefrag(unescape(href)).url
            found.setdefault(address, page.relative_to(site).as_posix())
    own = own_addresses(site)
    return {each: page for each, page in found.items() if not each.startswith(own)}


def own_addresses(site: Path) -> tuple[str, ...]:
    """Return how addresses of the site itself begin, by its home page."""
    home = re.search(r'<link rel="canonical" href="([^"]+)"', (site / "index.html").read_text(encoding="utf-8"))
    return (home[1],) if home else ()


def ask(address: str, pause: float, time_out: float) -> str:
    """Return '' for an address that is there, 'gone: …' for one that is not, 'no answer: …' for one nobody knows of."""
    said = ""
    for attempt in range(TRIES):
        if attempt:
            time.sleep(pause)
        try:
            request = urllib.request.Request(address, headers={"User-Agent": AGENT})
            with urllib.request.urlopen(request, timeout=time_out):
                return ""
        except urllib.error.HTTPError as error:
            said = f"gone: {error.code}" if error.code in GONE else f"no answer: {error.code}"
        except (OSError, ValueError) as error:
            said = f"no answer: {type(error).__name__}"
    return said


def asked(addresses: Iterable[str], pause: float, time_out: float) -> dict[str, str]:
    """Ask every address, no host twice at the same time, and return what is said of those that are not there."""
    by_host: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        # A form that is filled in is the same form.
        if "/issues/new?" not in address:
            by_host[urlsplit(address).netloc].append(address)
    with ThreadPoolExecutor(8) as pool:
        hosts = pool.map(lambda each: [(address, ask(address, pause, time_out)) for address in each], by_host.values())
        return {address: said for each in hosts for address, said in each if said}


def main() -> int:
    """Print one line an address that is not there, and return 1 when one of them is gone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--pause", type=float, default=PAUSE, help="seconds between two tries")
    parser.add_argument("--time-out", type=float, default=TIME_OUT, help="seconds for each try")
    given = parser.parse_args()
    pages = links(given.site)
    if not pages:
        print(f"{given.site} has no page that links to another site.", file=sys.stderr)
        return 2
    found = asked(pages, given.pause, given.time_out)
    for address, said in sorted(found.items(), key=lambda each: each[1]):
        print(f"- {said}: {address} (on {pages[address]})")
    print(f"{len(pages)} addresses asked.", file=sys.stderr)
    return int(any(said.startswith("gone") for said in found.values()))


if __name__ == "__main__":
    sys.exit(main())
