"""The macros of the site. This is the only file that knows MkDocs."""

import importlib
import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import escape
from mkdocs.exceptions import PluginError

if TYPE_CHECKING:
    from macros.site import Site

SERVING = "TREES_SERVE"
"""Set by `make serve`: a problem is then shown in place of the page, and the server lives on."""

NOT_SEARCHED = ("cases", "practice", "review")
"""Pages that say again what the trees say: they would make the index twice as long, and hide the trees in it."""


def define_env(env: Any) -> None:
    """Give the pages their macros. Called by mkdocs-macros at each build."""
    forget_old_modules()
    from macros.propose import repository
    from macros.site import Site

    try:
        made_from = repository(env.conf["extra"].get("repository") or "")
    except ValueError as error:
        raise PluginError(str(error)) from error
    folder = Path(env.conf["config_file_path"]).parent
    built_at = int(os.environ.get("SOURCE_DATE_EPOCH") or time.time())
    site = Site(
        folder / "trees",
        Path(env.conf["docs_dir"]),
        address=env.conf["site_url"] or "",
        name=env.conf["site_name"],
        day=datetime.fromtimestamp(built_at, UTC).date().isoformat(),
        repository=made_from,
    )
    if site.problems and not os.environ.get(SERVING):
        lines = "\n".join(str(problem) for problem in site.problems)
        raise PluginError(f"the trees have problems, and nothing was published:\n{lines}")
    for problem in site.problems:
        print(problem, file=sys.stderr)

    env.site = site
    # The theme asks for this: what is for readers alone is left out of what `make serve` shows.
    env.conf["extra"]["served"] = bool(os.environ.get(SERVING))
    env.conf["extra"]["basis"] = site.basis_anywhere()
    for name in site.lists:
        env.macro(_list(site, env, name), name)
    env.macro(lambda: _page(site, env), "generated")


def on_pre_page_macros(env: Any) -> None:
    """Give a page what its template shows beside its content. Called by mkdocs-macros for each page."""
    site: Site = env.site
    page, file = env.page, env.page.file.src_uri
    site.addresses[page.url] = site.changed(file)
    page.meta["basis"] = site.basis(file, page.url)
    page.meta["head"] = site.head(file, page.url)
    page.meta["says_what_it_is"] = site.says_what_it_is(file)
    if (says := site.describes(file)) is not None:
        # The theme writes it as it is.
        page.meta["description"] = escape(says)


def on_post_build(env: Any) -> None:
    """Finish the site that MkDocs has built. Called by mkdocs-macros at each build."""
    from macros.finish import Built, finish

    site: Site = env.site
    if site.uses is None:
        return
    finish(
        Built(
            folder=Path(env.conf["site_dir"]),
            uses=site.uses,
            where=site.where,
            archive=env.conf["extra"]["archive"],
            docs=Path(env.conf["docs_dir"]),
        ),
        copies=not os.environ.get(SERVING),
    )


def _page(site: "Site", env: Any) -> str:
    # A diagram needs the width that the theme would give to its side bars.
    env.page.meta["hide"] = ["navigation", "toc"]
    if (collection := site.walked_on(env.page.file.src_uri)) is not None:
        env.page.meta["walks"] = collection
    if env.page.file.src_uri.partition("/")[0] in NOT_SEARCHED:
        env.page.meta["search"] = {"exclude": True}
    return site.page(env.page.file.src_uri, env.page.url)


def _list(site: "Site", env: Any, name: str) -> Callable[[], str]:
    return lambda: site.list(name, env.page.url)


def forget_old_modules() -> None:
    """Drop our own modules, so that a server that stays up sees an edit to any of them."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "trees" or name.startswith("macros.")]:
        del sys.modules[name]
        # `from macros import key` would find the old module as an attribute of this one.
        if name.startswith("macros."):
            globals().pop(name.partition(".")[2], None)
    importlib.invalidate_caches()
