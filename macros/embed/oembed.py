"""What a site that knows oEmbed 1.0 (oembed.com) asks for, to show a tree by its address alone: a file, made once."""

import json

from markupsafe import Markup

from macros.attribution import Attribution
from macros.embed.code import HEIGHT, WIDTH, credit_html, frame
from macros.head import CARD_SIZE, card
from macros.markup import el

NAME = "oembed.json"
TYPE = "application/json+oembed"
A_DAY = 86_400
"""How long, in seconds, a site may keep what it was told: a tree that was corrected is to be seen the next day."""


def discovery(of: Attribution) -> Markup:
    """Return the link by which such a site finds the file; it stands in the head of every page of a tree."""
    return el("link", rel="alternate ", type=TYPE, title=of.title, href=f"{of.embed}{NAME}")


def written(of: Attribution) -> str:
    """Return the file of a tree. A site may ask for a smaller frame; what answers is a file and has this one size."""
    wide, high = CARD_SIZE
    data = {
        "version": "1.0",
        "type": "rich",
        "title": of.title,
        "author_name": of.author,
        "author_url": of.address,
        "provider_name": of.where.name,
        "provider_url": of.where.address,
        "cache_age": A_DAY,
        "thumbnail_url": f"{of.where.address}{card(of.name)}",
        "thumbnail_width": wide,
        "thumbnail_height": high,
        "html": f"{frame(of)}<p>{credit_html(of)}</p>",
        "width": WIDTH,
        "height": HEIGHT,
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
