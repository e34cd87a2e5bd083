"""Personal data: agreements and plans hold officials in their roles, never data about private persons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.findings import Severity
from samverkan.personal import identity_numbers
from samverkan.rules.rule import ALL_KINDS, Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.document import DocumentModel

_MOBILE = re.compile(r"(?<!\d)(?:\+46[ -]?7|0046[ -]?7|07)[02369](?:[ -]?\d){7}(?!\d)")
_PRIVATE = (
    *("@gmail", "@googlemail", "@hotmail", "@outlook", "@live", "@msn", "@icloud", "@me", "@yahoo", "@telia"),
    *("@bredband", "@comhem", "@spray", "@protonmail"),
)
_PRIVATE_MAIL = re.compile(
    rf"(?<![\w.+-])[\w.+-]+(?:{'|'.join(_PRIVATE)})\.(?:com|se|net|nu|me)\b",
    re.IGNORECASE,
)


@rule(
    Severity.ERROR,
    Entry(
        sv="Här står något som ser ut som ett personnummer: {masked}.",
        en="Here is something that looks like a personal identity number: {masked}.",
        sv_help="Ta bort numret. Uppgifter om enskilda hör inte hemma i överenskommelser och planer.",
        en_help="Delete the number. Data about individuals do not belong in agreements and plans.",
    ),
    kinds=ALL_KINDS,
)
def personal_identity_number(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """Personal identity numbers do not belong in documents that become public.

    sv: Personnummer ska inte finnas i dokument som blir allmänna.
    source: Dataskyddsförordningen artikel 5; offentlighets- och sekretesslagen. | GDPR article 5.
    bad:
        introduction: Ärendet gäller 811228-9874 i Centrum.
    good:
        introduction: Ärendet gäller Centrum.
    """
    if next(identity_numbers(given.document.all_texts), None) is None:
        return
    for written in given.document.texts:
        for _ in identity_numbers(written.text):
            yield at(*written.path, masked="••••••-••••")


@rule(
    Severity.NOTE,
    Entry(
        sv="Här står något som ser ut som ett mobilnummer: {masked}.",
        en="Here is something that looks like a mobile number: {masked}.",
        sv_help="Skriv en kontaktuppgift i tjänsten under Kontakt (`contact`). Är det någons privata nummer, ta bort "
        "det.",
        en_help="Write a contact at work under `contact`. If it is somebody's private number, delete it.",
    ),
    kinds=ALL_KINDS,
)
def private_phone_number(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """People change roles, but a number in running text stays there. Contacts have a key of their own.

    sv: Människor byter roll, men ett nummer i löpande text står kvar. Kontaktuppgifter har en egen nyckel.
    source: Dataskyddsförordningen artikel 5. | GDPR article 5.
    bad:
        introduction: Ring samordnaren på 070-123 45 67.
    good:
        introduction: Ring samordnaren genom kommunens växel.
    """
    for written in given.document.texts_with(_MOBILE, holding=("07", "+46", "0046")):
        if "contact" not in written.path and _MOBILE.search(written.text):
            yield at(*written.path, masked="07•-••• •• ••")


@rule(
    Severity.WARNING,
    Entry(
        sv="Här står något som ser ut som en privat e-postadress: {masked}.",
        en="Here is something that looks like a private e-mail address: {masked}.",
        sv_help="Använd en funktionsbrevlåda hos kommunen eller polisen i stället.",
        en_help="Use a shared mailbox at the municipality or the police instead.",
    ),
    kinds=ALL_KINDS,
)
def private_email(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A private address in a public document spreads personal data and is not read by the next official.

    sv: En privat adress i en allmän handling sprider personuppgifter och läses inte av nästa tjänsteperson.
    source: Dataskyddsförordningen artikel 5. | GDPR article 5.
    bad:
        introduction: Skriv till kim.ek.exempel@gmail.com.
    good:
        introduction: Skriv till trygghet@exempelby.se.
    """
    for written in given.document.texts_with(_PRIVATE_MAIL, holding=_PRIVATE):
        if found := _PRIVATE_MAIL.search(written.text):
            yield at(*written.path, masked="•••@" + found.group().rpartition("@")[2])
