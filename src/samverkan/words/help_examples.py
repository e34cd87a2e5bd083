"""What commands look like: a few lines at the end of each help page, tried on the example municipality."""

from __future__ import annotations

from samverkan.words.sentence import Text

EXAMPLES = Text("Exempel:", "Examples:")

HELP_EXAMPLES: dict[str, tuple[tuple[str, Text], ...]] = {
    "init": (
        (
            (
                'samverkan init nytt --municipality "Falu kommun" --police "Lokalpolisområde Falun" --from 2027'
                ' --until 2030 --area "Otrygga platser" --cadence yearly'
            ),
            Text("Allt som flaggor; utan dem ställs frågor.", "All as options; without them, questions are asked."),
        ),
    ),
    "validate": (
        ("samverkan validate", Text("Granska allt i mappen.", "Check all that is in the folder.")),
        (
            "samverkan validate overenskommelse-2024.yaml --notes",
            Text("Ett dokument, med noteringar.", "One document, with notes."),
        ),
        ("samverkan validate --select thread", Text("Bara den röda tråden.", "Only the golden thread.")),
    ),
    "fix": (
        ("samverkan fix --diff", Text("Visa vad som kan rättas.", "Show what can be mended.")),
        ("samverkan fix overenskommelse-2024.yaml --yes", Text("Rätta utan att fråga.", "Mend without asking.")),
    ),
    "fmt": (
        ("samverkan fmt --diff", Text("Visa vad som skulle skrivas om.", "Show what would be rewritten.")),
        ("samverkan fmt - < atgardsplan-2026.yaml", Text("Från en textredigerare.", "From an editor.")),
    ),
    "render": (
        (
            "samverkan render overenskommelse-2024.yaml",
            Text("Gör alla format av ett dokument.", "Make all formats of a document."),
        ),
        ("samverkan render --format pdf --out klart", Text("Gör PDF av allt.", "Make PDFs of everything.")),
        (
            "samverkan render overenskommelse-2024.yaml --format docx --editable",
            Text("En arbetsversion i Word att skriva i.", "A working version in Word to write in."),
        ),
        ("samverkan render --check", Text("Visa vad som behöver göras om.", "Show what is to be made again.")),
    ),
    "sign": (
        (
            "samverkan sign build/overenskommelse-2024.pdf --certificate anna.p12 --field signature-1",
            Text("Underteckna i det första fältet.", "Sign in the first field."),
        ),
    ),
    "verify": (
        (
            "samverkan verify build/overenskommelse-2024.pdf",
            Text("Är den densamma som källan, och vem har undertecknat?", "Is it as its source, and who has signed?"),
        ),
    ),
    "merge": (
        (
            "samverkan merge overenskommelse-2024-arbetsversion.docx --check",
            Text("Visa vad som har ändrats i Word.", "Show what was changed in Word."),
        ),
    ),
    "followup": (
        ("samverkan followup", Text("Vad är försenat eller snart?", "What is overdue or soon?")),
        ("samverkan followup --all --party Polisen", Text("Allt som polisen har att göra.", "All of the police's.")),
        (
            "samverkan followup --format ics > kalender.ics",
            Text("Dagarna till kalendern.", "The days, for a calendar."),
        ),
    ),
    "law": (
        ("samverkan law", Text("Paragraf för paragraf.", "Section by section.")),
        ("samverkan law --format pdf", Text("En sida till nämnden.", "A page for the board.")),
    ),
    "report": (
        (
            "samverkan report --format pdf",
            Text("Utfallen över åren, som PDF.", "The outcomes over the years, as a PDF."),
        ),
    ),
    "export": (
        (
            "samverkan export --format xlsx --out tabeller",
            Text("Allt i en arbetsbok för Excel.", "All in one workbook for Excel."),
        ),
        (
            "samverkan export --table goals > mål.csv",
            Text("Målen, med utgångsläge, målvärde och utfall.", "The goals, with baseline, target and outcome."),
        ),
    ),
    "import": (
        (
            "samverkan import indicators anmalda-brott.csv --into lagesbild-2026.yaml --diff",
            Text("Visa vad Brås siffror skulle ändra.", "Show what the figures of Brå would change."),
        ),
        (
            "samverkan import indicators kolada.json --into lagesbild-2026.yaml --new",
            Text("Siffror från Kolada, med nya indikatorer.", "Figures of Kolada, with new indicators."),
        ),
        (
            "samverkan import indicators enkat.xlsx --into lagesbild-2026.yaml --mapping enkat.yaml",
            Text("En egen tabell, med en översättning.", "A table of one's own, with a mapping."),
        ),
        (
            "samverkan import agreement gammal-overenskommelse.html",
            Text("Ett utkast ur ett gammalt dokument.", "A draft from an old document."),
        ),
    ),
    "collect": (
        (
            "samverkan collect svar/ --into uppfoljning-plan.yaml",
            Text("Alla svar i mappen till en uppföljning.", "All answers in the folder to one follow-up."),
        ),
        ("samverkan collect a.xlsx b.xlsx", Text("Visa uppföljningen.", "Show the follow-up.")),
    ),
    "new": (
        ("samverkan new situation-picture", Text("Nästa lägesbild.", "The next situation picture.")),
        ("samverkan new action-plan --year 2028", Text("En plan för 2028.", "A plan for 2028.")),
        (
            "samverkan new follow-up --of atgardsplan-2026 --by-responsible",
            Text("Ett formulär i Excel till varje ansvarig.", "A form in Excel for each who is responsible."),
        ),
        (
            "samverkan new follow-up --of overenskommelse-2024",
            Text("Nästa uppföljning av avtalet.", "The next follow-up of the agreement."),
        ),
    ),
    "example": (
        ("samverkan example", Text("Vilka exempel finns?", "Which examples are there?")),
        ("samverkan example agreement --out .", Text("Den minsta överenskommelsen.", "The smallest agreement.")),
    ),
    "show": (
        ("samverkan show", Text("Från problem till utfall.", "From problem to outcome.")),
        ("samverkan show --format html > tråden.html", Text("Samma sak som webbsida.", "The same as a web page.")),
    ),
    "compare": (
        (
            "samverkan compare atgardsplan-2024.yaml atgardsplan-2026.yaml",
            Text("Två filer.", "Two files."),
        ),
        (
            "samverkan compare atgardsplan-2024.yaml atgardsplan-2026.yaml --board --format html",
            Text("En sida till nämnden.", "A page for the board."),
        ),
    ),
    "rules": (("samverkan rules", Text("Alla regler.", "All rules.")),),
    "explain": (
        ("samverkan explain goal-without-measure", Text("En regel, med exempel.", "One rule, with examples.")),
    ),
    "fingerprint": (
        (
            "samverkan fingerprint overenskommelse-2024.yaml",
            Text("Koden som står på utskriften.", "The code that is on the printout."),
        ),
    ),
    "schema": (
        ("samverkan schema samverkan --out .vscode", Text("Ett schema för alla typer.", "One schema of all kinds.")),
        ("samverkan schema --out scheman", Text("Scheman till textredigeraren.", "Schemas for the editor.")),
    ),
    "templates": (("samverkan templates copy mallar", Text("Mallar att ändra.", "Templates to change.")),),
    "preview": (("samverkan preview", Text("Se sidorna medan du skriver.", "See the pages while you write.")),),
    "lsp": (("samverkan lsp", Text("Startas av redigeraren.", "Started by the editor.")),),
    "completion": (
        (
            "samverkan completion bash >> ~/.bashrc",
            Text(
                "För bash. För zsh: >> ~/.zshrc. För PowerShell: | Add-Content $PROFILE",
                "For bash. For zsh: >> ~/.zshrc. For PowerShell: | Add-Content $PROFILE",
            ),
        ),
    ),
}
"""For each command: lines as they are typed, and what each is for."""
