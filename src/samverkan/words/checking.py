"""Sentences about the check itself: comments that silence a rule, and rules of ours that break. And why they matter."""

from __future__ import annotations

from samverkan.words.sentence import Entry

CHECKING: dict[str, Entry] = {
    "ignore-without-rule": Entry(
        sv="Kommentaren säger inte vilken regel som ska tystas.",
        en="The comment does not say which rule to silence.",
        sv_help="Skriv regelns namn inom hakparentes och sedan skälet, till exempel `ignore[goal-without-deadline] beslutas i maj`.",
        en_help="Write the rule's name in brackets and then the reason, such as `ignore[goal-without-deadline] decided in May`.",
    ),
    "ignore-without-reason": Entry(
        sv="Kommentaren säger inte varför regeln tystas, och gäller därför inte.",
        en="The comment does not say why the rule is silenced, and so has no effect.",
        sv_help="Skriv skälet efter hakparentesen, gärna med ett slutdatum: … beslutas i maj, until 2027-01-01.",
        en_help="Write the reason after the bracket, preferably with an end: … decided in May, until 2027-01-01.",
    ),
    "ignore-expired": Entry(
        sv="Regeln skulle tystas till {until}, men datumet har passerat eller är inte giltigt.",
        en="The rule was to be silenced until {until}, but the date has passed or is not a valid date.",
        sv_help="Rätta det som regeln påpekar, eller sätt ett nytt slutdatum om skälet kvarstår.",
        en_help="Mend what the rule points out, or set a new end if the reason remains.",
    ),
    "ignore-unknown-rule": Entry(
        sv="Regeln {rule}, som kommentaren ska tysta, finns inte.",
        en="The rule {rule}, which the comment is to silence, does not exist.",
        sv_help="Rätta namnet. Alla regler visas av `samverkan rules`.{guess}",
        en_help="Correct the name; `samverkan rules` shows all.{guess}",
    ),
    "ignore-not-allowed": Entry(
        sv="{rule} gäller dokumentets form, som inte kan tystas i en kommentar.",
        en="{rule} is about the form of the document, which no comment can silence.",
        sv_help="Rätta felet och ta bort kommentaren. Med --ignore {rule} visas det inte i en körning.",
        en_help="Mend the fault and delete the comment. With --ignore {rule} it is not shown in a run.",
    ),
    "ignore-unused": Entry(
        sv="Kommentaren tystar {rule}, men regeln påpekar inget här.",
        en="The comment silences {rule}, but the rule points out nothing here.",
        sv_help="Ta bort kommentaren, eller flytta den till raden som regeln påpekar.",
        en_help="Delete the comment, or move it to the line that the rule points out.",
    ),
    "ignore-in-text": Entry(
        sv="Det här står inne i en text och är ingen kommentar, så ingen regel tystas.",
        en="This is inside a text and not a comment, so no rule is silenced.",
        sv_help="Flytta det till en egen rad ovanför nyckeln om det ska tysta en regel.",
        en_help="Move it to a line of its own above the key if it is to silence a rule.",
    ),
    "bad-settings": Entry(
        sv="Inställningarna kan inte användas, så inget dokument är granskat.",
        en="The settings cannot be used, so no document has been checked.",
        sv_help="Rätta inställningarna och granska igen; alla inställningar står i docs/sv/installningar.md.",
        en_help="Mend the settings and check again; docs/settings.md describes all settings.",
    ),
    "rule-crashed": Entry(
        sv="Regeln {rule} kunde inte prövas här på grund av ett internt fel ({why}).",
        en="The rule {rule} could not be tried here because of an internal error ({why}).",
        sv_help="De andra reglerna är prövade. Rapportera felet, och bifoga filen om den får delas.",
        en_help="The other rules have been tried. Report the fault, with the file if it may be shared.",
    ),
}

CHECKING_EXPLAINED: dict[str, str] = {
    "ignore-without-rule": """\
A comment that names no rule would silence everything on its line, also what nobody has thought of.

sv: En kommentar som inte nämner någon regel skulle tysta allt på raden, även det som ingen har tänkt på.
source: Filformatet. | The file format.
bad:
    # samverkan: ignore beslutas i maj
    validity: {from: 2024, until: 2026}
good:
    # samverkan: ignore[agreement-without-end] beslutas i maj
    validity: {from: 2024}
""",
    "ignore-without-reason": """\
Whoever takes over must see why a rule was silenced, or nobody dares to delete the comment.

sv: Den som tar över måste se varför en regel tystades, annars vågar ingen ta bort kommentaren.
source: Filformatet. | The file format.
bad:
    # samverkan: ignore[agreement-without-end]
    validity: {from: 2024}
good:
    # samverkan: ignore[agreement-without-end] beslutas i maj
    validity: {from: 2024}
""",
    "ignore-expired": """\
A reason that holds until a day is to be looked at again when the day has passed.

sv: Ett skäl som gäller till en viss dag ska prövas igen när dagen har gått.
source: Filformatet. | The file format.
bad:
    # samverkan: ignore[agreement-without-end] beslutas i maj, until 2024-05-31
    validity: {from: 2024}
good:
    # samverkan: ignore[agreement-without-end] beslutas i maj, until 2027-01-01
    validity: {from: 2024}
""",
    "ignore-unknown-rule": """\
A misspelt name silences nothing, though it looks as if it did.

sv: Ett felstavat namn tystar ingenting, fast det ser ut så.
source: Filformatet. | The file format.
bad:
    # samverkan: ignore[agreement-without-ende] beslutas i maj
    validity: {from: 2024, until: 2026}
good:
    # samverkan: ignore[agreement-without-end] beslutas i maj
    validity: {from: 2024}
""",
    "ignore-not-allowed": """\
A part that cannot be read is left out of every check, so to silence it would hide that it was never checked.

sv: En del som inte kan läsas prövas inte alls, så att tysta felet skulle dölja att delen aldrig har granskats.
source: Filformatet. | The file format.
bad:
    # samverkan: ignore[unknown-key] beslutas i maj
    validity: {from: 2024, until: 2026}
good:
    # samverkan: ignore[agreement-without-end] beslutas i maj
    validity: {from: 2024}
""",
    "ignore-unused": """\
A comment that silences nothing is left from something that has been mended, and may hide the next fault.

sv: En kommentar som inte tystar något är kvar efter något som har rättats, och kan dölja nästa fel.
source: Filformatet. | The file format.
bad:
    # samverkan: ignore[agreement-without-end] beslutas i maj
    validity: {from: 2024, until: 2026}
good:
    # samverkan: ignore[agreement-without-end] beslutas i maj
    validity: {from: 2024}
""",
    "ignore-in-text": """\
Inside a text a # begins no comment, so what stands there is printed and silences nothing.

sv: Inne i en text börjar # ingen kommentar, så det som står där skrivs ut och tystar ingenting.
source: YAML 1.2, kapitel 6.6. | YAML 1.2, chapter 6.6.
bad:
    introduction: "Rådet möts varje kvartal. # samverkan: ignore[agreement-without-end] beslutas i maj"
good:
    introduction: Rådet möts varje kvartal.
""",
    "bad-settings": """\
Settings decide how documents are judged, so none is judged by settings that cannot be understood. A check ends with exit
code 2; in text it is told as an error of the run, to programs as a finding.

sv: Inställningarna avgör hur dokument bedöms, så inget bedöms efter inställningar som inte går att förstå. Granskningen
slutar med kod 2; i text sägs det som ett fel i körningen, för program som ett påpekande.
source: Programmet. | The program.
""",
    "rule-crashed": """\
When a rule meets an internal error the others are still tried, and the run ends with exit code 70 whatever is ignored.

sv: När en regel får ett internt fel prövas de andra ändå, och körningen slutar med kod 70 även om påpekandet döljs.
source: Programmet. | The program.
""",
}
"""By name, in the order in which they are listed; without examples where no document can cause it."""
