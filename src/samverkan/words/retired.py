"""Names that findings bore in an earlier version, each with what has become of it; settings may still name them."""

from __future__ import annotations

from samverkan.words.sentence import Text

RETIRED: dict[str, Text] = {
    "bad-period": Text(
        "{name} används inte längre. En period kan numera stå i ord, så det som förr påpekades här är tillåtet. Ett "
        "datum under Från (`from`) eller Till och med (`until`) som inte går att tolka påpekas som bad-date. Namnet kan stå "
        "kvar där det redan används.",
        "{name} is no longer in use. A period may now be given in words, so what it used to point out is allowed. A date in "
        "`from` or `until` that cannot be understood is pointed out as bad-date. The name may stay where it is in use already.",
        {"name": "bad-period"},
    ),
}
"""What is said of each name; none of them is borne by a finding any longer."""
