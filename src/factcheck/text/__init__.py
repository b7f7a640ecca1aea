"""The text as its reader sees it: without what a page hides in it, sets before its lines, or writes wider than usual.

An article comes in, and out comes the article as it is read, with a way back: everything that was found in it can be put where it
stands in the text as loaded. What reads and checks never meets an odd character, a list number or a mark of Markdown.
"""

from factcheck.text.view import View, plain, view

__all__ = ["View", "plain", "view"]
