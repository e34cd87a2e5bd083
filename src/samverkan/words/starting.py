"""The questions of `samverkan init`, and what is said of answers that cannot be used."""

from __future__ import annotations

from samverkan.words.sentence import Text

STARTING: dict[str, Text] = {
    "ask-municipality": Text("Vilken kommun? Skriv början av namnet.", "Which municipality? Begin to write its name."),
    "ask-another": Text(
        "Ännu en kommun? Tryck Enter om det inte är fler.", "One more municipality? Press Enter if there are no more."
    ),
    "ask-name": Text("Kommunens namn, som det ska stå i avtalet:", "The municipality's name, as the agreement has it:"),
    "ask-police": Text(
        "Polisens namn, till exempel Lokalpolisområde Falun:", "The police area, such as Lokalpolisområde Falun:"
    ),
    "ask-from": Text(
        "Från vilket år, vilken månad eller dag gäller överenskommelsen?",
        "From which year, month or day does the agreement apply?",
    ),
    "ask-until": Text("Till och med vilket år, vilken månad eller dag?", "Until which year, month or day?"),
    "ask-area": Text(
        "Ett fokusområde, till exempel Otrygga platser:", "A focus area, such as Otrygga platser (unsafe places):"
    ),
    "ask-another-area": Text(
        "Ännu ett fokusområde? Tryck Enter om det inte är fler.",
        "One more focus area? Press Enter if there are no more.",
    ),
    "ask-cadence": Text(
        "Hur ofta ska ni följa upp? Välj med piltangenterna.", "How often will you follow up? Use the arrows."
    ),
    "init-missing": Text(
        "Här går det inte att ställa frågor, så allt behövs som flaggor. Lägg till: {options}. Till exempel: samverkan init"
        ' --municipality "Falu kommun" --police "Lokalpolisområde Falun" --from 2027 --until 2030 --area "Otrygga'
        ' platser" --cadence yearly',
        "Nobody can be asked here, so all is needed as options. Add: {options}. For instance: samverkan init --municipality"
        ' "Falu kommun" --police "Lokalpolisområde Falun" --from 2027 --until 2030 --area "Otrygga platser" --cadence'
        " yearly",
    ),
    "init-no-municipality": Text(
        "Ingen kommun heter {value}. Skriv namnet, eller den fyrsiffriga koden och namnet, till exempel 2080 Falu kommun.",
        "There is no municipality {value}. Write its name, or its four-digit code and its name, such as 2080 Falu kommun.",
    ),
    "init-no-municipality-near": Text(
        "Ingen kommun heter {value}. Menade du {guess}?", "There is no municipality {value}. Did you mean {guess}?"
    ),
    "init-no-code": Text(
        "Ingen kommun har koden {value}. Skriv kommunens namn i stället.",
        "No municipality has the code {value}. Write its name instead.",
    ),
    "init-other-code": Text(
        "Koden {code} är kommunen {known}, inte {value}. Rätta koden eller namnet.",
        "The code {code} is {known}, not {value}. Correct the code or the name.",
    ),
    "init-whole-name": Text(
        "{value} är inte hela namnet. Skriv det som det står i avtal, till exempel Falu kommun.",
        "{value} is not the whole name. Write it as agreements have it, such as Falu kommun.",
    ),
    "init-name-wanted": Text(
        'Skriv kommunens hela namn, som det står i avtal, till exempel: --municipality "Falu kommun"',
        'Write the municipality\'s whole name, as agreements have it, such as: --municipality "Falu kommun"',
    ),
    "init-no-time": Text(
        "{value} är inte en tid. Skriv till exempel 2027, 2027-03 eller 2027-03-01.",
        "{value} is not a time. Write 2027, 2027-03 or 2027-03-01, for instance.",
    ),
    "init-ends-before-start": Text(
        "Slutet {end} är före starten {start}. Rätta en av dem.",
        "The end {end} is before the start {start}. Correct one of them.",
    ),
    "init-no-cadence": Text(
        "{value} säger inte hur ofta. Välj till exempel ett av: {known}.",
        "{value} does not say how often. Choose, for instance, one of: {known}.",
    ),
    "init-empty": Text("Skriv något här.", "Write something here."),
    "unreadable-name": Text(
        "Namnet {value} har tecken som inte syns eller inte går att läsa. Skriv om det.",
        "The name {value} has characters that cannot be seen or read. Write it again.",
    ),
    "init-left": Text("Fanns redan och är som förut: {files}.", "Were there already and are as before: {files}."),
}
