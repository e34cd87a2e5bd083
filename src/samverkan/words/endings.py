"""What is said of the end of documents: what is to be done before it and when it has passed."""

from __future__ import annotations

from samverkan.words.sentence import Text

CONSULT = Text("Samråd om förlängning", "Consult on an extension")
EXPIRE = Text("Förnya eller avsluta överenskommelsen", "Renew or close the agreement")
NEW_COMMUNICATION = Text("Ta fram en ny kommunikationsplan", "Produce a new communication plan")
NEW_AGREEMENT = Text("Ingå en ny överenskommelse", "Enter a new agreement")
DECIDE_EXTENSION = Text(
    "Bestäm om överenskommelsen ska förlängas eller sägas upp", "Decide whether to extend the agreement or give notice"
)

CONSULT_WHY = Text(
    "{at_start}: samråd ska ske före en förlängning. Sista giltighetsdag är {end}.",
    "{at_start}: consultation is to come before an extension. The last day of validity is {end}.",
)
NOTICE_WHY = Text(
    "{at_start}: uppsägningstiden är {notice}, och utan uppsägning kan överenskommelsen förlängas med {length}. Sista "
    "giltighetsdag är {end}.",
    "{at_start}: the period of notice is {notice}, and without notice the agreement may be extended by {length}. The "
    "last day of validity is {end}.",
)
NOTICE_UNSAID_WHY = Text(
    "{at_start}: uppsägningstiden är {notice}, och överenskommelsen kan förlängas. Sista giltighetsdag är {end}.",
    "{at_start}: the period of notice is {notice}, and the agreement may be extended. The last day of validity is {end}.",
)
DECIDE_TERMINATION = Text(
    "Bestäm om överenskommelsen ska fortsätta eller sägas upp",
    "Decide whether the agreement goes on or notice of termination is given",
)
GOES_ON_WHY = Text(
    "{at_start}: sägs överenskommelsen inte upp senast {due} förlängs den automatiskt med {length} från {end}.",
    "{at_start}: unless notice is given by {due}, the agreement is extended automatically by {length} from {end}.",
)
GOES_ON_UNSAID_WHY = Text(
    "{at_start}: sägs överenskommelsen inte upp senast {due} förlängs den automatiskt. Perioden slutar {end}.",
    "{at_start}: unless notice is given by {due}, the agreement is extended automatically. The term ends on {end}.",
)
IS, WAS = Text("är", "is"), Text("var", "was")
EXPIRE_WHY = Text(
    "Sista giltighetsdag {verb} {end}, och ingen efterföljare finns i mappen.",
    "The last day of validity {verb} {end}, and there is no successor in the folder.",
)
EXPIRE_REVISE_WHY = Text(
    "Sista giltighetsdag {verb} {end}. Då ska överenskommelsen revideras, och ingen efterföljare finns i mappen.",
    "The last day of validity {verb} {end}. Then the agreement is to be revised, and there is no successor in the folder.",
)
GAP_WHY = Text(
    "Sista giltighetsdag {verb} {end}, och efterföljaren ”{other}” börjar gälla först {start}.",
    "The last day of validity {verb} {end}, and the successor “{other}” does not apply until {start}.",
)
UNSIGNED_WHY = Text(
    "Sista giltighetsdag {verb} {end}, och efterföljaren ”{other}” är inte undertecknad eller saknar startdatum enligt "
    "sin fil.",
    "The last day of validity {verb} {end}, and the successor “{other}” is not signed or has no start according to its "
    "file.",
)
ENDS_WHY = Text(
    "Periodens sista dag {verb} {end}, och ingen efterföljare finns i mappen.",
    "The last day of the period {verb} {end}, and there is no successor in the folder.",
)
END_IN_WORDS_WHY = Text(
    "Tiden är angiven med orden ”{said}”, som inte går att räkna om till en dag.",
    "The time is said in the words “{said}”, which no day can be counted from.",
)
STATED_EXPIRED_WHY = Text(
    "Dokumentet har gått ut enligt sin fil, och ingen efterföljare finns i mappen.",
    "The document has expired according to its file, and there is no successor in the folder.",
)
EXTENDABLE = Text(
    "{why} Överenskommelsen kan förlängas; har det skett, skriv det under Förlängd (`extended`).",
    "{why} The agreement may be extended; if it has been, write so under `extended`.",
)
CANDIDATE = Text("{title} ({start})", "{title} ({start})")
ONE_CANDIDATE = Text(
    "{why} Ett senare dokument av samma typ: {others}. Har det tagit över, skriv det under Ersätter (`supersedes`) där.",
    "{why} A later document of the same kind: {others}. If it has taken over, write so under `supersedes` there.",
)
CANDIDATES = Text(
    "{why} Senare dokument av samma typ: {others}. Har något av dem tagit över, skriv det under Ersätter "
    "(`supersedes`) där.",
    "{why} Later documents of the same kind: {others}. If one of them has taken over, write so under `supersedes` there.",
)
CLOSE_IT = Text(
    "{why} Kommer ingen efterföljare, skriv datum och skäl under Avslutat (`closed`).",
    "{why} If none is to come, write date and reason under `closed`.",
)
LEFT = Text("{why} Utan utfall: {what}.", "{why} Without an outcome: {what}.")
LEFT_MORE = Text("{why} Utan utfall: {what}; och {more} till.", "{why} Without an outcome: {what}; and {more} more.")
