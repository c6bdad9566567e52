"""The explorer: one HTML page, opened from the disk, in which every edge shows the sentences that say it.

`page.render_explorer(graph)` makes it. `appearance` is how things look and are called, `contents` what the page holds,
`layout` and `drawing` where it lies, `marking` which words of a quote are marked; `static/` is the page's own code.
"""
