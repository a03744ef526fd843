"""The macros of the site. This is the only file that knows MkDocs."""

import importlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateError
from jinja2.bccache import Bucket, BytecodeCache
from markupsafe import escape
from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

if TYPE_CHECKING:
    from macros.finish import Built
    from macros.site import Site

SERVING = "TREES_SERVE"
"""Set by `make serve`: a problem is then shown in place of the page, and the server lives on."""

NOT_SEARCHED = ("cases", "practice", "review")
"""Pages that say again what the trees say: they would make the index twice as long, and hide the trees in it."""


def define_env(env: Any) -> None:
    """Give the pages their macros. Called by mkdocs-macros at each build."""
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
    from macros.finish import finish, finish_preview

    if (built := _built(env)) is not None:
        (finish_preview if os.environ.get(SERVING) else finish)(built)


def _built(env: Any) -> "Built | None":
    from macros.finish import Built

    site: Site = env.site
    if site.uses is None:
        return None
    return Built(
        folder=Path(env.conf["site_dir"]),
        uses=site.uses,
        where=site.where,
        archive=env.conf["extra"]["archive"],
        docs=Path(env.conf["docs_dir"]),
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


class Compiled(BytecodeCache):
    """The templates that this process has compiled, each under a hash of its text."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give back what was compiled of the same text."""
        if (code := self.known.get((bucket.key, bucket.checksum))) is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self.known[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


COMPILED = Compiled()


def read_ahead() -> Iterator[str]:
    """Yield after each step of reading ahead what pages are made with: the code first, then templates and trees.

    No page is made from what is read here. The core keeps what it found in a text under that very text, and a template
    is kept under a hash of it: so whatever has not changed until the pages are made is understood already.
    """
    _, _, markdown = map(importlib.import_module, ("macros.site", "macros.finish", "markdown"))
    yield "code"
    config = load_config(str(Path.cwd() / "mkdocs.yml"))
    markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    templates = config.theme.get_env()
    templates.bytecode_cache = COMPILED
    for name in templates.list_templates(filter_func=lambda name: name.endswith(".html")):
        # The theme has some for plugins that are not here; a mistake in one of ours shows when a page is made.
        with suppress(TemplateError):
            templates.get_template(name)
    yield "templates"
    from macros import drawn
    from macros.put import put_all
    from trees.core.check import check
    from trees.core.library import load

    library = load(Path.cwd() / "trees")
    yield "trees"
    problems = check(library)
    yield "words of the sources"
    if problems:
        return
    put_all(library)
    yield "cases"
    # The largest take longest.
    for name in sorted(library.trees, key=lambda name: len(library.trees[name].nodes), reverse=True):
        drawn.layout(library, name)
        drawn.sheets(library, name)
        yield name


class Preview:
    """The site of a checkout as it is now, made page by page in any order, each as a whole build makes it.

    It takes the steps of `mkdocs.commands.build.build`, which makes every page before it shows one.
    """

    def __init__(self, root: Path, folder: Path, address: str) -> None:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(folder), site_url=address, strict=False)
        config.plugins.on_startup(command="serve", dirty=False)
        self.config = config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        files, env = get_files(config), config.theme.get_env()
        env.bytecode_cache = COMPILED
        files.add_files_from_theme(env, config)
        self.files = config.plugins.on_files(files, config=config)
        set_exclusions(self.files, config)
        nav = get_navigation(self.files, config)
        self.nav = config.plugins.on_nav(nav, config=config, files=self.files)
        self.pages: dict[str, Page] = {}
        """Every page by its address."""
        for file in self.files.documentation_pages():
            page = file.page or Page(None, file, config)
            self.pages[page.url] = page
        self.env = config.plugins.on_env(env, config=config, files=self.files)
        self.files.copy_static_files()

    def make(self, address: str) -> None:
        """Make one page."""
        page = self.pages[address]
        _populate_page(page, self.config, self.files)
        _build_page(page, self.config, self.files.documentation_pages(), self.nav, self.env)

    def make_loaded(self) -> None:
        """Make what the pages load, and what is shown where there is no page."""
        from macros.finish import begin_preview

        _build_theme_template("404.html", self.env, self.files, self.config, self.nav)
        if (built := _built(self.config.plugins["macros"])) is not None:
            begin_preview(built)

    def finish(self) -> None:
        """Make what is made from all pages, once they are there."""
        self.config.plugins.on_post_build(config=self.config)
