"""The picture of a tree where it is used: opened by itself or shown in a page, in its own letters, light and dark."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.browser import SCHEMES, Scheme, Visit, serving, visiting
from helpers.pictures import Written, fonts_in, material_of, root_of, size_of, wide, written_in
from PIL import Image, ImageChops
from playwright.sync_api import Browser

from macros.downloads.picture import picture

NAME = "example/tarn_nodule"
GROUND: dict[Scheme, tuple[int, int, int]] = {"light": (0xFF, 0xFF, 0xFF), "dark": (0x1E, 0x21, 0x29)}
TREATMENT: dict[Scheme, tuple[int, int, int]] = {"light": (0xE3, 0xF4, 0xEE), "dark": (0x0D, 0x3A, 0x30)}
SPACE = 3.7
"""How wide a space is in the usual text of a picture, in px."""
LOADED = "async () => (await document.fonts.ready, [...document.fonts].map(each => [each.weight, each.status]))"
WIDTHS = """() => [...document.querySelectorAll('svg > text, svg > a > text')].map(text => [
  text.textContent.trim().replace(/\\s+/g, ' '),
  [...(text.children.length ? text.children : [text])].map(line => line.getComputedTextLength()),
])"""
SVG = picture(material_of(NAME)).decode()
WIDE, HIGH = (int(each) for each in size_of(root_of(SVG)))
OTHER_LETTERS = re.sub(r' font-family="[^"]*"', ' font-family="monospace"', SVG, count=1)


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the picture, the same in other letters, and a page that shows each as an image."""
    folder: Path = tmp_path_factory.mktemp("pictures")
    for name, svg in (("tree", SVG), ("other", OTHER_LETTERS)):
        (folder / f"{name}.svg").write_text(svg, encoding="utf-8")
        shown = (
            f'<!doctype html><title>A page</title><style>body {{margin: 0}}</style><img src="{name}.svg" alt="A tree">'
        )
        (folder / f"{name}.html").write_text(shown, encoding="utf-8")
    with serving(folder) as origin:
        yield origin


def shot(visit: Visit, address: str) -> Image.Image:
    page = visit.open(address)
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def title() -> Written:
    return max(written_in(root_of(SVG)), key=lambda each: each.size)


def end_of_ink(image: Image.Image, text: Written) -> int:
    """Return where the last dark dot of a line stands."""
    x, base, _ = text.lines[0]
    area = image.crop((0, int(base - 0.6 * text.size), WIDE, int(base)))
    box = area.convert("L").point(lambda level: 255 * (level < 110)).getbbox()
    assert box is not None
    assert box[0] >= x - 1
    return box[2]


@pytest.mark.parametrize("address", ["tree.svg", "tree.html"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_picture_has_the_colors_of_its_readers_screen(
    browser: Browser, pictures: str, scheme: Scheme, address: str
) -> None:
    with visiting(browser, pictures, (WIDE, HIGH), scheme) as visit:
        image = shot(visit, address)
        assert {image.getpixel(at) for at in ((2, 2), (WIDE - 3, 2), (2, HIGH - 3))} == {GROUND[scheme]}
        seen = {color for _, color in image.getcolors(maxcolors=1 << 24) or []}
        other: Scheme = "dark" if scheme == "light" else "light"
        assert TREATMENT[scheme] in seen
        assert TREATMENT[other] not in seen
        # It asks for nothing beside itself, and nothing goes wrong in it.
        asked = [each.removeprefix(f"{pictures}/") for each in visit.requests if not each.startswith("data:")]
        assert [each for each in asked if each != "favicon.ico"] == [
            address,
            *(["tree.svg"] * address.endswith("html")),
        ]
        assert [each for each in visit.complaints if "404" not in each] == []


def test_a_picture_that_is_to_stay_light_does(browser: Browser, pictures: str) -> None:
    with visiting(browser, pictures, (WIDE, HIGH), "dark") as visit:
        page = visit.open("tree.svg")
        page.evaluate("document.documentElement.classList.add('light')")
        image = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        assert image.getpixel((2, 2)) == GROUND["light"]
        assert TREATMENT["light"] in {color for _, color in image.getcolors(maxcolors=1 << 24) or []}


def test_beyond_its_edges_an_opened_picture_has_the_ground_of_its_scheme(browser: Browser, pictures: str) -> None:
    with visiting(browser, pictures, (WIDE + 100, HIGH + 50), "dark") as visit:
        assert shot(visit, "tree.svg").getpixel((WIDE + 90, HIGH + 40)) == GROUND["dark"]


def test_a_browser_sets_every_line_in_the_letters_of_the_file(browser: Browser, pictures: str) -> None:
    fonts, texts = fonts_in(root_of(SVG)), written_in(root_of(SVG))
    expected = {each.says: [wide(line, each.size, fonts[each.weight]) for _, _, line in each.lines] for each in texts}
    with visiting(browser, pictures, (WIDE, HIGH)) as visit:
        page = visit.open("tree.svg")
        assert sorted(page.evaluate(LOADED)) == [["400", "loaded"], ["500", "loaded"]]
        measured = dict(page.evaluate(WIDTHS))
        assert set(expected) == set(measured)
        for says, lines in expected.items():
            # A browser counts the space behind a line, if another follows.
            spaced = [*(each + SPACE for each in lines[:-1]), lines[-1]]
            assert measured[says] == pytest.approx(spaced, abs=1), says
        other = dict(visit.open("other.svg").evaluate(WIDTHS))
        assert other[title().says] != pytest.approx(expected[title().says], abs=6, rel=0.01)


def test_an_image_in_a_page_has_the_letters_of_the_file_too(browser: Browser, pictures: str) -> None:
    font, text = fonts_in(root_of(SVG))[title().weight], title()
    end = text.lines[0][0] + wide(text.lines[0][2], text.size, font)
    with visiting(browser, pictures, (WIDE, HIGH)) as visit:
        shown = shot(visit, "tree.html")
        assert end_of_ink(shown, text) == pytest.approx(end, abs=3)
        assert abs(end_of_ink(shot(visit, "other.html"), text) - end) > 6
        assert ImageChops.difference(shown, shot(visit, "tree.svg")).getbbox() is None


def test_a_box_leads_to_its_text_on_the_site(browser: Browser, pictures: str) -> None:
    asked: list[str] = []
    with visiting(browser, pictures, (WIDE, HIGH)) as visit:
        page = visit.open("tree.svg")
        page.route("https://example.org/**", lambda route: (asked.append(route.request.url), route.abort()))
        box = page.locator("a[data-id='nodule_size']")
        assert box.get_attribute("aria-label").startswith("2 How large is the nodule?")  # type: ignore[union-attr]
        box.click(no_wait_after=True)
        page.wait_for_timeout(300)
    assert asked == ["https://example.org/trees/example/tarn_nodule/"]
