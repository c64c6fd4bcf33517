"""A curve as an SVG picture: seconds over a number of articles, both on a scale of powers of ten."""

import math
from collections.abc import Mapping

WIDTH, HEIGHT = 760, 400
LEFT, RIGHT, TOP, BOTTOM = 72, 256, 24, 52
APART = 18  # between two names at the right
# Readable on white and on black, and told apart also by who sees no red or green.
COLORS = ("#d1732b", "#3f7fd0", "#7f7f7f")
STYLE = """\
text { font: 13px sans-serif; fill: #1f2328; }
.grid { stroke: #8b949e; stroke-opacity: .3; }
@media (prefers-color-scheme: dark) { text { fill: #e6edf3; } }
"""


def drawn(curves: Mapping[str, Mapping[int, float]]) -> str:
    """The picture. Each curve has its name where it ends."""
    sizes = sorted({size for curve in curves.values() for size in curve})
    seconds = [spent for curve in curves.values() for spent in curve.values()]
    bottom, top = math.floor(math.log10(min(seconds))), math.ceil(math.log10(max(seconds)))
    first, last = math.log10(sizes[0]), math.log10(sizes[-1])

    def across(size: int) -> float:
        return LEFT + (math.log10(size) - first) / (last - first or 1) * (WIDTH - LEFT - RIGHT)

    def down(spent: float) -> float:
        return TOP + (top - math.log10(spent)) / (top - bottom) * (HEIGHT - TOP - BOTTOM)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        ' aria-label="Milliseconds for one change, over the number of articles">',
        f"<style>\n{STYLE}</style>",
    ]
    for size in sizes:
        parts += [line(across(size), TOP, across(size), HEIGHT - BOTTOM), label(across(size), HEIGHT - 32, f"{size:,}")]
    for power in range(bottom, top + 1):
        y = down(10**power)
        parts += [line(LEFT, y, WIDTH - RIGHT, y), label(LEFT - 8, y + 4, spoken(10**power), "end")]
    parts.append(label((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, "articles in the newsroom"))
    names = spread({name: down(curve[sizes[-1]]) for name, curve in curves.items()})
    for color, (name, curve) in zip(COLORS, curves.items(), strict=False):
        points = [(across(size), down(curve[size])) for size in sorted(curve)]
        through = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        parts.append(f'<polyline points="{through}" fill="none" stroke="{color}" stroke-width="2.5"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{color}"/>' for x, y in points]
        x, y = WIDTH - RIGHT + 12, names[name]
        parts.append(f'<rect x="{x}" y="{y - 2:.1f}" width="12" height="4" fill="{color}"/>')
        parts.append(label(x + 18, y + 4, name, "start"))
    return "\n".join([*parts, "</svg>\n"])


def spoken(seconds: float) -> str:
    """Seconds as one says them."""
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.0f} s"


def spread(places: Mapping[str, float]) -> dict[str, float]:
    """The same places, moved down where one would stand on another."""
    moved, least = dict[str, float](), -math.inf
    for name, place in sorted(places.items(), key=lambda item: item[1]):
        least = max(place, least + APART)
        moved[name] = least
    return moved


def line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line class="grid" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def label(x: float, y: float, text: str, anchor: str = "middle") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{text}</text>'
