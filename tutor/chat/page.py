"""The page itself: Chainlit's HTML with everything external taken out, so that it works with the network cut off."""

from __future__ import annotations

import re
from collections.abc import Callable

from chainlit import server

_EXTERNAL_LINK = re.compile(r'<link\b[^>]*\bhref="https?://[^>]*>\s*')
_OPEN_GRAPH = re.compile(r'<meta property="og:[^>]*>\s*')

_OWN = """<link rel="stylesheet" href="{root}/public/katex/katex.min.css">
    <script>localStorage["vite-ui-theme"] ??= "system"</script>
  </head>"""
"""KaTeX's style from here, and light or dark as the student's system has it until the student chooses."""

_html_template: Callable[[str], str] = server.get_html_template


def offline(html: str, root: str = "") -> str:
    """That page without links to other machines, with the local KaTeX instead.

    >>> offline('<head><link href="https://fonts.example/inter.css" rel="stylesheet"></head>').count("https")
    0
    """
    html = _OPEN_GRAPH.sub("", _EXTERNAL_LINK.sub("", html))
    return html.replace("</head>", _OWN.format(root=root), 1)


def _offline_template(root_path: str) -> str:
    return offline(_html_template(root_path), root_path.rstrip("/"))


def install() -> None:
    """Serve the offline page from now on."""
    server.get_html_template = _offline_template
