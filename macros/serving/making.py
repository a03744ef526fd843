"""`python -m macros.serving.making`: make the pages of the checkout as it is now, each when it is asked for.

A process of its own makes them, so that nothing of an older reading is left in it: no page can be out of date.
It is begun ahead, imports the code, tells in a line of JSON which files that was, and reads on until it is told where
to put the pages. Then it tells which pages there are, each page that it has made, and when all is made.
"""

import gc
import json
import logging
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, TextIO

import macros


def main() -> int:
    """Make everything once, and then wait to be ended. Returns when there is nobody left to make pages for."""
    # What happens to print something must not be taken for what is told.
    told = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    asked: SimpleQueue[Any] = SimpleQueue()
    listening = Thread(target=listen, args=[asked], daemon=True)
    listening.start()
    ahead = macros.read_ahead()
    next(ahead)
    tell(told, code=list(code(Path.cwd())))
    while asked.empty() and next(ahead, None):
        continue
    begin = asked.get()
    # A page is there a fifth sooner, and what is kept until then is no more than the trees themselves.
    gc.disable()
    preview = macros.Preview(Path.cwd(), Path(begin["folder"]), begin["address"])
    tell(told, pages=list(preview.pages))
    for made, page in enumerate(in_order(asked, preview.pages)):
        preview.make(page)
        tell(told, made=page)
        if not made:
            preview.make_loaded()
            tell(told, loaded=True)
            gc.enable()
    preview.finish()
    tell(told, whole=True)
    listening.join()
    return 0


def code(root: Path) -> Iterator[str]:
    """Yield the files of the checkout whose code has been read, by their path below its root."""
    for module in [*sys.modules.values()]:
        path = Path(getattr(module, "__file__", None) or os.devnull)
        if path.is_relative_to(root):
            yield path.relative_to(root).as_posix()


def in_order(asked: "SimpleQueue[Any]", pages: Iterable[str]) -> Iterator[str]:
    """Yield every page once: before each of the others those that somebody has asked for."""
    left = dict.fromkeys(pages)
    while left:
        try:
            page = asked.get_nowait()
        except Empty:
            page = next(iter(left))
        if page in left:
            del left[page]
            yield page


def listen(asked: "SimpleQueue[Any]") -> None:
    """Take in what is asked for; end at once when the server has ended."""
    for line in sys.stdin:
        asked.put(json.loads(line))
    os._exit(0)


def tell(told: TextIO, **what: object) -> None:
    """Tell one thing to the server."""
    print(json.dumps(what), file=told, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
