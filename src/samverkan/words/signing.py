"""What `samverkan sign` and `samverkan verify` say, and what a signature shows on the page."""

from __future__ import annotations

from samverkan.words.sentence import Text

SIGNING: dict[str, Text] = {
    "sign-shown": Text("Undertecknat av {name}", "Signed by {name}"),
    "sign-done": Text(
        "{file} är undertecknad av {name} i fältet {field}.", "{file} is signed by {name} in the field {field}."
    ),
    "sign-left": Text("Kvar att underteckna: {fields}.", "Left to sign: {fields}."),
    "sign-all": Text("Alla fält är undertecknade.", "All fields are signed."),
    "sign-password": Text("Certifikatets lösenord", "The certificate's password"),
    "sign-no-password": Text(
        "Certifikatets lösenord behövs. Lägg det i miljövariabeln SAMVERKAN_PASSWORD, eller kör kommandot i en terminal.",
        "The certificate's password is needed. Put it in the environment variable SAMVERKAN_PASSWORD, or run the command in a "
        "terminal.",
    ),
    "sign-no-extra": Text(
        'Tillägget för underskrifter saknas. Installera det med: pip install "samverkan[signing]"',
        'The extra for signatures is missing. Install it with: pip install "samverkan[signing]"',
    ),
    "sign-no-pdf": Text(
        "{file} är ingen PDF som går att läsa. Ange en hel PDF.", "{file} is no PDF that can be read. Name a whole PDF."
    ),
    "sign-slow": Text(
        "{file} tar för lång tid att läsa. Öppna den i ett PDF-program, spara den på nytt och kör kommandot igen.",
        "{file} takes too long to read. Open it in a PDF program, save it anew and run the command again.",
    ),
    "sign-locked": Text(
        "{file} är låst med lösenord. Ta bort lösenordet och kör kommandot igen.",
        "{file} is locked with a password. Take it away and run the command again.",
    ),
    "sign-no-empty": Text(
        "{file} har inget tomt underskriftsfält. Gör PDF:en med: samverkan render --format pdf --signature-fields",
        "{file} has no empty signature field. Make the PDF with: samverkan render --format pdf --signature-fields",
    ),
    "sign-which": Text(
        "{file} har flera tomma fält. Välj ett med --field: {fields}.",
        "{file} has several empty fields. Choose one with --field: {fields}.",
    ),
    "sign-no-field": Text(
        "{file} har inget tomt underskriftsfält som heter {field}. De som finns är: {fields}.",
        "{file} has no empty signature field called {field}. Those that there are: {fields}.",
    ),
    "sign-certificate": Text(
        "Certifikatet går inte att öppna. Kontrollera lösenordet, och att filen är PKCS#12 (.p12 eller .pfx) med sin nyckel.",
        "The certificate cannot be opened. Check the password, and that the file is PKCS#12 (.p12 or .pfx) with its key.",
    ),
    "sign-out-of-time": Text(
        "Certifikatet gäller från {first} till {last}, alltså inte i dag. Använd ett som gäller.",
        "The certificate holds from {first} to {last}, and not today. Use one that does.",
    ),
    "sign-not-for-signing": Text(
        "Certifikatet är inte till för underskrifter. Använd ett som är det.",
        "The certificate is not for signatures. Use one that is.",
    ),
    "sign-no-timestamp": Text(
        "Tidsstämplingstjänsten {address} svarar inte som den ska. Kontrollera adressen, eller underteckna utan --timestamp.",
        "The timestamping service {address} does not answer as it should. Check the address, or sign without --timestamp.",
    ),
    "sign-failed": Text(
        "Underskriften gick inte att göra: {why}. Kontrollera certifikatet och PDF:en.",
        "The signature could not be made: {why}. Check the certificate and the PDF.",
    ),
    "sign-changed": Text(
        "{file} är inte undertecknad: någon har ändrat den under tiden. Kör kommandot igen, så läggs din underskrift till.",
        "{file} is not signed: somebody has changed it meanwhile. Run the command again, and your signature is added.",
    ),
    "sign-no-certificates": Text(
        "{file} innehåller inga certifikat. Ange en fil med PEM eller DER.",
        "{file} holds no certificates. Name a file with PEM or DER.",
    ),
    # What verify tells of signatures.
    "verify-unsigned": Text("PDF:en har ingen elektronisk underskrift.", "The PDF has no electronic signature."),
    "verify-signed": Text(
        "Undertecknad av {name} {time} (certifikat från {issuer}).",
        "Signed by {name} {time} (certificate from {issuer}).",
    ),
    "verify-own-clock": Text("{time} enligt undertecknarens klocka", "{time} by the signer's own clock"),
    "verify-no-time": Text("vid okänd tid", "at an unknown time"),
    "verify-whole": Text("Inget har ändrats sedan dess.", "Nothing has changed since."),
    "verify-signed-since": Text(
        "Bara fler underskrifter har tillkommit sedan dess.", "Only further signatures have come since."
    ),
    "verify-changed": Text("PDF:en har ändrats sedan dess.", "The PDF has been changed since."),
    "verify-broken": Text(
        "Underskriften är bruten: innehållet är ett annat.", "The signature is broken: the content differs."
    ),
    "verify-trusted": Text(
        "Certifikatet är utfärdat av någon du litar på.", "Somebody whom you trust issued the certificate."
    ),
    "verify-not-asked": Text(
        "Vem som har utfärdat certifikatet är inte prövat. Ange utfärdarens certifikat med --trust.",
        "Who issued the certificate has not been tried. Name the issuer's certificate with --trust.",
    ),
    "verify-unknown-issuer": Text(
        "Den som har utfärdat certifikatet finns inte bland dem som anges med --trust. Be undertecknaren om utfärdarens"
        " certifikat, och ange det om du litar på utfärdaren.",
        "Whoever issued the certificate is not among those that --trust names. Ask the signer for the issuer's certificate,"
        " and name it if you trust the issuer.",
    ),
    "verify-not-in-force": Text(
        "Certifikatet leder till ett som anges med --trust, men gäller inte i dag. Be om en ny underskrift med ett"
        " certifikat som gäller.",
        "The certificate leads to one that --trust names, but does not hold today. Ask for a new signature with one that"
        " does.",
    ),
    "verify-unfit": Text(
        "Certifikatet duger inte för underskrifter, eller så gör ett av utfärdarens inte det. Be om en ny underskrift med"
        " ett annat certifikat.",
        "The certificate is not fit for signatures, or one of its issuer's is not. Ask for a new signature with another"
        " certificate.",
    ),
    "verify-not-tried": Text(
        "Vem som har utfärdat certifikatet är inte prövat, för underskriften håller inte. Be om PDF:en på nytt.",
        "Who issued the certificate has not been tried, for the signature does not hold. Ask for the PDF again.",
    ),
    "verify-unsigned-asked": Text(
        "Filen har ingen elektronisk underskrift som --trust kan pröva. Be om den undertecknade PDF:en.",
        "The file has no electronic signature for --trust to try. Ask for the signed PDF.",
    ),
    "verify-out-of-time": Text(
        "Certifikatet gällde från {first} till {last}. Det går inte att säkert säga att underskriften gjordes då.",
        "The certificate held from {first} to {last}. Nothing certain says that the signature was made then.",
    ),
    "verify-proposal": Text(
        "Förslag att skriva i {file}, under Underskrifter (`signatures`):",
        "Proposal to write in {file}, under `signatures`:",
    ),
    # What verify writes of signatures.
    "verify-into-json": Text(
        "--into går inte att förena med --format json. Kör kommandot en gång för varje.",
        "--into cannot be combined with --format json. Run the command once for each.",
    ),
    "verify-into-differs": Text(
        "{file} är inte ändrad, eftersom PDF:en har en annan text. Kontrollera vilken av dem som gäller.",
        "{file} is not changed, since the PDF has another text. Check which of them is in force.",
    ),
    "verify-into-other": Text(
        "{file} är inte den överenskommelse som PDF:en är gjord av. Ange den: --into {source}",
        "{file} is not the agreement that the PDF was made from. Name that one: --into {source}",
    ),
    "verify-into-not-kept": Text(
        "Underskrifterna kan inte skrivas i {file} utan att något annat ändras. Skriv in dem för hand: kör kommandot utan"
        " --into, så visas raderna.",
        "The signatures cannot be written in {file} without changing something else. Write them by hand: run the command"
        " without --into, and the lines are shown.",
    ),
    "verify-into-nothing": Text("Inget att skriva i {file}.", "Nothing to write in {file}."),
    "verify-into-written": Text(
        "Underskrifterna står i {file}. Kör samverkan validate för att se att allt hänger ihop.",
        "The signatures stand in {file}. Run samverkan validate to see that all holds together.",
    ),
    "verify-into-unsound": Text(
        "Underskriften av {name} skrivs inte in, eftersom den inte håller. Se vad som står om den ovan.",
        "The signature of {name} is not written, since it does not hold. See what is said of it above.",
    ),
    "verify-into-nobody": Text(
        "Underskriften av {name} i fältet {field} skrivs inte in: {file} har ingen undertecknare för det fältet, eller så"
        " saknar underskriften tid. Skriv in den för hand.",
        "The signature of {name} in the field {field} is not written: {file} has no signatory for that field, or the"
        " signature has no time. Write it by hand.",
    ),
    "verify-into-somebody-else": Text(
        "{file} säger att {own} ska underteckna, men certifikatet är utfärdat för {name}. Underskriften skrivs inte in. Kontrollera vem"
        " som har undertecknat, och rätta namnet i filen om det är fel.",
        "{file} says that {own} is to sign, but the certificate is that of {name}. The signature is not written. Check who"
        " signed, and correct the name in the file if it is wrong.",
    ),
    "verify-into-kept": Text(
        "{file} säger att {name} undertecknade {own}, men underskriften är från {day}. Det som står i filen är kvar; rätta"
        " det om det är fel.",
        "{file} says that {name} signed {own}, but the signature is of {day}. What stands in the file is kept; correct it"
        " if it is wrong.",
    ),
}
