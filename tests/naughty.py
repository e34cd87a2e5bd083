"""Texts that have broken other programs, one of each sort, for every field of every document."""

from __future__ import annotations

# What other languages take for something else than text.
WORDS = ["undefined", "NULL", "(null)", "nil", "True", "NaN", "-Infinity", "hasOwnProperty", "__proto__", "con", "~"]
NUMBERS = ["0", "1.00", "-1.00", "1E+02", "1/0", "0x7F", "1_000", "1.000,00", "1 000 000", "5", "٣", "1#INF", "012"]
DATES = ["2024-02-30", "12:30:45", "1 maj", "2023:196", "00:00"]
# What document formats take for markup.
HTML = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "&lt;b&gt; &amp; &#x41; &nbsp;",
    "</title></style></textarea>",
    "<!-- a --> <![CDATA[b]]> <?php c ?>",
    "'\"><svg/onload=alert(1)>",
    "<a href='javascript:alert(1)'>d</a>",
]
MARKDOWN = [
    "# a",
    "== a",
    "+ b",
    "-- b",
    "a--b–—c",
    "- b",
    "1. c",
    "12) d",
    "> e",
    "| f | g |",
    "``` h ```",
    "![i](file:///etc/passwd)",
    "[j](javascript:alert(1))",
    "[k]: http://l.se",
    "***",
    "---",
    "===",
    "**m __n** ~~o~~ _p_",
    "q\\*r\\_s\\",
    "[^t]",
    "::: {.u}",
    "{typst:v=eval}",
    "~~~ w",
    "<https://x.se>",
    "$y$ $$z$$",
    "a^b^ c~d~ e--f --- ...",
    ":smile: @somebody #1",
]
TYPST = [
    '#read("/etc/passwd")',
    "#let x = 1",
    "*a* _b_ $c$ = d",
    "@ref <label>",
    "// e /* f */",
    "\\u{41} \\#",
    "[g] {h}",
    "/ i: j",
]
TEMPLATES = ["{{ 7*7 }}", "{% for a in b %}", "{# c #}", "${d}", "%s %d %n", "{0}", "{e.__class__}", "<%= f %>", "#{g}"]
SHELL = [
    "$(reboot)",
    "`ls`",
    "; rm x",
    "a && b | c > d",
    "../../etc/passwd",
    "C:\\Windows\\x",
    "%USERPROFILE%",
    "-rf",
    "--help",
]
FORMULAS = ["=1+1", "+1", "-1+1", "@SUM(1)", "=cmd|' /C calc'!A0"]
QUOTES = ["'", '"', "''", "'\"", "“a” ‘b’ «c» „d”", "’’", "\\", "\\\\", "/", "a'; DROP TABLE b;--"]
PUNCTUATION = [",./;'[]\\-=", '<>?:"{}|_+', "!@#$%^&*()`~", "…–—·•", "§ 6 ¶ 2", "½ ¼ ⅛ ² ³ °", "€ £ ¥ ¢"]
# Letters: composed and not, of other alphabets, that turn, that are not seen.
LETTERS = [
    "åäö ÅÄÖ éüßøæþ",
    "a\u030a o\u0308 e\u0301",
    "Ωμέγα Жизнь",
    "e\u200bf\u200dg",
    "i\u00adj",
    "k\u00a0l\u202fm",
    "ﬁ ﬂ ﬃ",
    "𝐀𝐛𝐜",
]
# What is read from right to left, or says that it is; how a PDF gives it back depends on who reads it.
TURNING = ["עברית", "مرحبا", "\u202eabc\u202c", "\u2066d\u2069"]
LONG = ["å" * 300, "ord " * 200, "Samverkansöverenskommelseuppföljningsansvarig" * 5]

NAUGHTY = [
    *(*WORDS, *NUMBERS, *DATES, *HTML, *MARKDOWN, *TYPST, *TEMPLATES, *SHELL, *FORMULAS, *QUOTES, *PUNCTUATION),
    *(*LETTERS, *LONG),
]
# These the PDF's own fonts lack; that is told, with the letters.
NO_FONT = ["Ａｂｃ", "漢字", "한국어", "ไทย", "🙂 👨‍👩‍👧", "ᐛ"]
