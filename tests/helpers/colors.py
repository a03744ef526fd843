"""Colors as numbers: contrast, mixtures, what the color-blind see, and how far apart two colors are."""

import colorsys
import re
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

RGB = tuple[float, float, float]
Color = tuple[float, float, float, float]
"""Red, green, blue and opacity, each from 0 to 1."""

BLINDNESS: dict[str, tuple[RGB, RGB, RGB]] = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
"""Machado, Oliveira and Fernandes 2009, severity 1.0, for linear RGB; a gray stays the gray it was."""


def color(text: str) -> Color:
    """Return a color as CSS writes it."""
    if re.fullmatch("#[0-9a-f]+", text):
        digits = text[1:] if len(text) > 5 else "".join(each * 2 for each in text[1:])
        red, green, blue, *opacity = (int(digits[at : at + 2], 16) / 255 for at in range(0, len(digits), 2))
        return red, green, blue, opacity[0] if opacity else 1
    if text == "transparent":
        return 0, 0, 0, 0
    mixed = re.fullmatch(r"color-mix\(in srgb, (.+) ([\d.]+)%, transparent\)", text)
    if mixed:
        red, green, blue, opacity = color(mixed[1])
        return red, green, blue, opacity * float(mixed[2]) / 100
    hsla = re.fullmatch(r"hsla\(([\d.]+)(?:deg)?, ?([\d.]+)%, ?([\d.]+)%, ?([\d.]+)\)", text)
    if hsla is None:
        raise ValueError(f"'{text}' is not a color")
    hue, saturation, lightness, opacity = map(float, hsla.groups())
    return *colorsys.hls_to_rgb(hue / 360, lightness / 100, saturation / 100), opacity


def over(front: Color, ground: RGB, opacity: float = 1) -> RGB:
    """Return a color as it is seen on a ground."""
    part = front[3] * opacity
    red, green, blue = (mine * part + its * (1 - part) for mine, its in zip(front, ground, strict=False))
    return red, green, blue


def linear(given: RGB) -> RGB:
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in given)
    return red, green, blue


def luminance(given: RGB) -> float:
    red, green, blue = linear(given)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: RGB, other: RGB) -> float:
    """Return the contrast of WCAG, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def lab(given: RGB, blindness: str = "") -> RGB:
    """Return a color in CIELAB under D65, as someone with this color blindness sees it."""
    red, green, blue = linear(given)
    if blindness:
        matrix = BLINDNESS[blindness]
        red, green, blue = (min(1, max(0, row[0] * red + row[1] * green + row[2] * blue)) for row in matrix)
    xyz = (
        (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047,
        0.2126729 * red + 0.7151522 * green + 0.0721750 * blue,
        (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883,
    )
    x, y, z = (each ** (1 / 3) if each > 216 / 24389 else (24389 / 27 * each + 16) / 116 for each in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def apart(one: RGB, other: RGB) -> float:
    """Return how far apart two colors in CIELAB are, by CIEDE2000."""
    (light_1, a_1, b_1), (light_2, a_2, b_2) = one, other
    mean = (hypot(a_1, b_1) + hypot(a_2, b_2)) / 2
    stretch = 1 + (1 - sqrt(mean**7 / (mean**7 + 25**7))) / 2
    chroma_1, chroma_2 = hypot(a_1 * stretch, b_1), hypot(a_2 * stretch, b_2)
    hue_1, hue_2 = degrees(atan2(b_1, a_1 * stretch)) % 360, degrees(atan2(b_2, a_2 * stretch)) % 360
    turn, hue = hue_2 - hue_1, (hue_1 + hue_2) / 2
    if chroma_1 * chroma_2 == 0:
        turn, hue = 0, hue_1 + hue_2
    elif abs(turn) > 180:
        turn, hue = turn - 360 if turn > 0 else turn + 360, (hue + 180) % 360
    light, chroma = (light_1 + light_2) / 2, (chroma_1 + chroma_2) / 2
    t = (
        1
        - 0.17 * cos(radians(hue - 30))
        + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6))
        - 0.20 * cos(radians(4 * hue - 63))
    )
    by_light = (light_2 - light_1) / (1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2))
    by_chroma = (chroma_2 - chroma_1) / (1 + 0.045 * chroma)
    by_hue = 2 * sqrt(chroma_1 * chroma_2) * sin(radians(turn / 2)) / (1 + 0.015 * chroma * t)
    rotation = -2 * sqrt(chroma**7 / (chroma**7 + 25**7)) * sin(radians(60 * exp(-(((hue - 275) / 25) ** 2))))
    return sqrt(by_light**2 + by_chroma**2 + by_hue**2 + rotation * by_chroma * by_hue)
