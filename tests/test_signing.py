"""Signatures: put in fields one after the other, read by others' tools, and a PDF held against its source."""

from __future__ import annotations

import io
import os
import re
import subprocess
import zlib
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any

import page
import pytest
from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.tsp import TimeStampReq
from asn1crypto.x509 import Certificate as Asn1Certificate
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator import ValidationContext
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from samverkan.check import check
from samverkan.cli.signed import propose, tell_signatures
from samverkan.cli.signed_into import write_signatures
from samverkan.errors import ReadWriteError
from samverkan.render.engines.pdf_text_work import work
from samverkan.signing import signatures
from samverkan.signing.sign import signed
from samverkan.signing.signatures import certificates, signatures_in
from samverkan.signing.told import Certificate, Shown, SigningRefusedError, State, Trust
from tests.conftest import EXAMPLES, SMALL, program
from tests.terminal import UNIX_ONLY, Terminal
from tests.test_doors import pdf
from tests.warm import SETTLED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Outcome
    from tests.warm import Warm

PASSWORD = "hemligt"  # noqa: S105 - of certificates made here
HALLSBERG = (EXAMPLES / "founding" / "hallsberg-2024.yaml").read_text(encoding="utf-8")
RENDER = ("render", "avtal.yaml", "--format", "pdf", "--signature-fields", "--out", "ut")
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


@contextmanager
def timestamping(own: Path) -> Iterator[str]:
    """Serve timestamps of one time on this machine, signed with a certificate; give the address."""
    key, made, _ = pkcs12.load_key_and_certificates(own.read_bytes(), PASSWORD.encode())
    assert key is not None
    assert made is not None
    private = PrivateKeyInfo.load(key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()))
    asked = Asn1Certificate.load(made.public_bytes(Encoding.DER))
    stamper = DummyTimeStamper(asked, private, fixed_dt=datetime(2026, 11, 3, 10, 0, tzinfo=UTC))

    class Service(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            request = TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
            answer = stamper.request_tsa_response(request).dump()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Service) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def subject(name: str) -> x509.Name:
    organisation = x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Exempelby kommun")
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name), organisation])


def issuer_of(name: str) -> bytes:
    """Make the certificate of somebody who issues others."""
    who, now = subject(name), datetime.now(UTC)
    uses = [False] * 5 + [True, True, False, False]
    made = (
        x509.CertificateBuilder(who, who, KEY.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=900))
        .not_valid_after(now + timedelta(days=900))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(*uses), critical=True)
        .sign(KEY, hashes.SHA256())
    )
    return made.public_bytes(Encoding.PEM)


def certificate(folder: Path, name: str, days: int = 30, *, purpose: str = "signing", issuer: str = "") -> Path:
    """Make a certificate, as a rule one that somebody has issued to themselves: `.p12` with its key, `.pem` without.

    Args:
        folder: where to write it.
        name: whose it is.
        days: for how long it holds from now on.
        purpose: what it is for: `signing`, `timestamps` or `other`.
        issuer: who has issued it; see `issuer_of`.
    """
    who = subject(name)
    start = datetime.now(UTC) - timedelta(days=60)
    signs, stamps = purpose != "other", purpose == "timestamps"
    uses = [signs, signs, not signs, *[False] * 6]
    purposes = [ExtendedKeyUsageOID.TIME_STAMPING] if stamps else [ExtendedKeyUsageOID.EMAIL_PROTECTION]
    made = (
        x509.CertificateBuilder(subject(issuer) if issuer else who, who, KEY.public_key(), x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(datetime.now(UTC) + timedelta(days=days))
        .add_extension(x509.KeyUsage(*uses), critical=True)
        .add_extension(x509.ExtendedKeyUsage(purposes), critical=stamps)
        .sign(KEY, hashes.SHA256())
    )
    locked = BestAvailableEncryption(PASSWORD.encode())
    path = folder / f"{name.split(maxsplit=1)[0]}.p12"
    path.write_bytes(pkcs12.serialize_key_and_certificates(None, KEY, made, None, locked))
    path.with_suffix(".pem").write_bytes(made.public_bytes(Encoding.PEM))
    return path


@pytest.fixture
def folder(tmp_path: Path, run: Callable[..., Outcome]) -> Path:
    """Make a folder with an agreement, and its PDF with fields in `ut`."""
    (tmp_path / "avtal.yaml").write_text(HALLSBERG, encoding="utf-8")
    assert run(*RENDER).code == 0
    return tmp_path


@pytest.fixture
def sign(folder: Path, run: Callable[..., Outcome]) -> Callable[..., Outcome]:
    def put(own: Path, *options: str, password: str = PASSWORD) -> Outcome:
        pdf = str(next((folder / "ut").glob("*.pdf")))
        return run("sign", pdf, "--certificate", str(own), *options, SAMVERKAN_PASSWORD=password)

    return put


def pdf_in(folder: Path) -> Path:
    return next((folder / "ut").glob("*.pdf"))


def judged(path: Path) -> list[page.ValidationProfile]:
    """Give the profiles that a PDF does not pass."""
    profiles = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
    return [profile for profile in profiles if page.validate_pdf(str(path), profile=profile).failures]


def faults(path: Path) -> set[str]:
    """Give the rules of the profiles that a PDF breaks."""
    profiles = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
    return {one.rule_id for profile in profiles for one in page.validate_pdf(str(path), profile=profile).failures}


def packed(field: bytes) -> bytes:
    """Make a PDF whose form, with one field, lies in a packed stream, where no name of it is seen.

    Args:
        field: what the dictionary of the field holds.
    """
    parts = [
        b"<</Fields [6 0 R]>>",
        b"<<%s>>" % field,
        b"<</Type /Sig /ByteRange [0 1 2 3]>>",
        b"<</FT /Sig /V 7 0 R>>",
    ]
    places = [sum(map(len, parts[:i])) + i for i in range(len(parts))]
    head = b" ".join(b"%d %d" % (5 + i, place) for i, place in enumerate(places)) + b" "
    inside = zlib.compress(head + b" ".join(parts))
    objects = [
        b"<</Type /Catalog /Pages 2 0 R /AcroForm 5 0 R>>",
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>>",
        b"<</Type /ObjStm /N %d /First %d /Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream"
        % (len(parts), len(head), len(inside), inside),
    ]
    made, table = b"%PDF-1.7\n", b"\0\0\0\0"
    for number, content in enumerate(objects, 1):
        table += b"\1%s\0" % len(made).to_bytes(2, "big")
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table += b"".join(b"\2\0\4%c" % i for i in range(len(parts)))
    table += b"\1%s\0" % len(made).to_bytes(2, "big")
    last = b"<</Type /XRef /Size 10 /W [1 2 1] /Root 1 0 R /Length %d>>\nstream\n%s\nendstream" % (len(table), table)
    return made + b"9 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (last, len(made))


@pytest.mark.parametrize(
    ("field", "is_signed"),
    [
        (b"/FT /Sig /V 7 0 R", True),
        (b"/FT /S#69g /V 7 0 R", True),
        (b"/Kids [8 0 R]", True),
        (b"/FT /Sig /Kids [<</V 7 0 R>>]", True),
        (b"/FT /Sig", False),
        (b"/FT /Tx /V (hej)", False),
        (b"/Kids [6 0 R]", False),
    ],
)
def test_a_signature_is_found_however_it_is_packed(field: bytes, is_signed: bool) -> None:
    content = packed(field)
    assert b"/ByteRange" not in content
    assert work(content)[0] == {"is_signed": is_signed}
    assert bool(PdfReader(io.BytesIO(content)).pages)


class TestSigning:
    def test_several_sign_in_turn_and_others_tools_read_it(self, folder: Path, sign: Callable[..., Outcome]) -> None:
        before = pdf_in(folder).read_bytes()
        anna, bo = certificate(folder, "Anna Ek"), certificate(folder, "Bo Al")
        done = sign(anna, "--field", "signature-2")
        assert (done.code, done.err) == (0, "")
        assert "är undertecknad av Anna Ek i fältet signature-2.\nKvar att underteckna: signature-1 (" in done.out
        once = pdf_in(folder).read_bytes()
        assert once.startswith(before)
        assert judged(pdf_in(folder)) == []
        assert sign(bo, "--field", "signature-1").code == 0
        twice = pdf_in(folder).read_bytes()
        assert twice.startswith(once)
        # ISO 19005-2, 6.4.3, has the digest computed over the entire file, without the signature itself: the file as it
        # is when it is signed. What comes later is an incremental update, which no earlier digest can cover, and which
        # ISO 32000-1, 12.8.1, provides for several signatures. The judge asks it of the last state, as veraPDF did
        # until it mended that (veraPDF-library 1493). So each is held against its own state: all of it is covered.
        assert faults(pdf_in(folder)) <= {"PDFA2A-SIGNATURE-BYTERANGE-001"}
        ranges = [list(map(int, found.split())) for found in re.findall(rb"/ByteRange ?\[([0-9 ]+)\]", twice)]
        assert [(start, begin + length) for start, _, begin, length in ranges] == [(0, len(once)), (0, len(twice))]
        trusted = certificates(anna.with_suffix(".pem").read_bytes())
        first, second = signatures_in(twice, trusted)
        assert (first.name, first.organisation, first.state) == ("Anna Ek", "Exempelby kommun", State.SIGNED_SINCE)
        assert (second.name, second.state) == ("Bo Al", State.WHOLE)
        assert (first.is_trusted, second.is_trusted) == (True, False)
        read = subprocess.run([program("pdfsig"), str(pdf_in(folder))], capture_output=True, check=False, timeout=60)
        told = read.stdout.decode()
        assert told.count("Signature is Valid.") == 2
        assert "Signer Certificate Common Name: Bo Al" in told
        assert "Signature Type: ETSI.CAdES.detached" in told

    def test_a_signed_pdf_is_not_made_again(
        self, folder: Path, sign: Callable[..., Outcome], run: Callable[..., Outcome]
    ) -> None:
        sign(certificate(folder, "Anna Ek"), "--field", "signature-1")
        signed = pdf_in(folder).read_bytes()
        assert run(*RENDER).code == 0
        assert pdf_in(folder).read_bytes() == signed
        (folder / "avtal.yaml").write_text(HALLSBERG.replace("Hallsberg", "Hallsbergs"), encoding="utf-8")
        done = run(*RENDER)
        assert (done.code, "Filen är undertecknad" in done.err) == (4, True)
        assert pdf_in(folder).read_bytes() == signed
        assert run(*RENDER, "--force").code == 0
        assert pdf_in(folder).read_bytes() != signed

    def test_a_field_is_chosen_where_there_are_several(self, folder: Path, sign: Callable[..., Outcome]) -> None:
        own = certificate(folder, "Anna Ek")
        assert "har flera tomma fält. Välj ett med --field: signature-1 (Underskrift av " in sign(own).err
        assert "inget tomt underskriftsfält som heter x" in sign(own, "--field", "x").err
        sign(own, "--field", "signature-1")
        assert "inget tomt underskriftsfält som heter signature-1" in sign(own, "--field", "signature-1").err

    @pytest.mark.parametrize(
        ("made", "password", "told"),
        [
            ({}, "fel", "Certifikatet går inte att öppna."),
            ({"days": -1}, PASSWORD, "alltså inte i dag"),
            ({"purpose": "other"}, PASSWORD, "inte till för underskrifter"),
        ],
    )
    def test_a_certificate_that_cannot_sign(
        self, folder: Path, sign: Callable[..., Outcome], made: dict[str, Any], password: str, told: str
    ) -> None:
        before = pdf_in(folder).read_bytes()
        done = sign(certificate(folder, "Anna Ek", **made), "--field", "signature-1", password=password)
        assert (done.code, told in done.err) == (2, True), done.err
        assert pdf_in(folder).read_bytes() == before

    def test_a_field_that_asks_for_what_is_not_done_here(self, folder: Path, sign: Callable[..., Outcome]) -> None:
        writer = PdfWriter(clone_from=pdf_in(folder))
        fields: Any = writer.root_object["/AcroForm"]
        asked = {"/Type": NameObject("/SV"), "/Ff": NumberObject(64)}  # one digest alone will do
        asked["/DigestMethod"] = ArrayObject([TextStringObject("SHA512")])
        fields["/Fields"][0].get_object()[NameObject("/SV")] = DictionaryObject(
            {NameObject(key): value for key, value in asked.items()}
        )
        writer.write(pdf_in(folder))
        done = sign(certificate(folder, "Anna Ek"), "--field", "signature-1")
        assert (done.code, "Underskriften gick inte att göra" in done.err) == (2, True), done.err

    def test_a_timestamp_says_when(
        self, folder: Path, sign: Callable[..., Outcome], run: Callable[..., Outcome]
    ) -> None:
        own, theirs = certificate(folder, "Anna Ek"), certificate(folder, "Tiden", purpose="timestamps")
        with timestamping(theirs) as address:
            assert sign(own, "--field", "signature-1", "--timestamp", address).code == 0
        (signature,) = signatures_in(pdf_in(folder).read_bytes())
        assert (signature.is_timestamped, signature.state) == (True, State.WHOLE)
        assert signature.time == datetime(2026, 11, 3, 10, 0, tzinfo=UTC)
        assert judged(pdf_in(folder)) == []
        told = run("verify", str(pdf_in(folder))).out
        assert re.search(
            r"Undertecknad av Anna Ek, Exempelby kommun 2026-11-03 \d\d:00 \(certifikat från Anna Ek\)", told
        )

    def test_a_service_that_does_not_answer(self, folder: Path, sign: Callable[..., Outcome]) -> None:
        own = certificate(folder, "Anna Ek")
        done = sign(own, "--field", "signature-1", "--timestamp", "http://127.0.0.1:9/tsa")
        assert (done.code, "Tidsstämplingstjänsten" in done.err) == (2, True), done.err

    def test_what_is_no_pdf_or_has_no_field(
        self, folder: Path, run: Callable[..., Outcome], sign: Callable[..., Outcome]
    ) -> None:
        own = certificate(folder, "Anna Ek")
        pdf_in(folder).write_bytes(b"%PDF-1.7\n%%EOF\n")
        assert "är ingen PDF som går att läsa" in sign(own).err
        run("render", "avtal.yaml", "--format", "pdf", "--out", "ut", "--force")
        assert "har inget tomt underskriftsfält. Gör PDF:en med" in sign(own).err
        assert run("sign", "finns-inte.pdf", "--certificate", "x.p12").code == 4

    def test_nobody_can_be_asked_for_the_password(self, folder: Path, run: Callable[..., Outcome]) -> None:
        own = certificate(folder, "Anna Ek")
        done = run("sign", str(pdf_in(folder)), "--certificate", str(own), "--field", "signature-1")
        assert (done.code, "SAMVERKAN_PASSWORD" in done.err) == (2, True)


class TestVerifying:
    def test_the_same_text_and_code(self, folder: Path, run: Callable[..., Outcome]) -> None:
        done = run("verify", str(pdf_in(folder)))
        assert (done.code, done.err) == (0, "")
        assert re.search(r"har samma text som avtal\.yaml\.\nKontrollkoden [0-9a-f-]{19} är källans\.\n", done.out)
        assert "PDF:en har ingen elektronisk underskrift." in done.out

    def test_another_text_is_told_word_by_word(self, folder: Path, run: Callable[..., Outcome]) -> None:
        assert "title: " in HALLSBERG
        (folder / "avtal.yaml").write_text(HALLSBERG.replace("Kommundirektör", "Kommunchef", 1), encoding="utf-8")
        done = run("verify", str(pdf_in(folder)), "avtal.yaml")
        assert done.code == 1
        assert "Kommundirektör" in done.out
        assert "I filen: ”Kommundirektör”. I källan: ”Kommunchef”." in done.out

    def test_signatures_are_read_and_proposed(
        self, folder: Path, sign: Callable[..., Outcome], run: Callable[..., Outcome]
    ) -> None:
        own = certificate(folder, "Anna Ek")
        sign(own, "--field", "signature-1")
        done = run("verify", str(pdf_in(folder)))
        assert done.code == 0
        assert "Undertecknad av Anna Ek, Exempelby kommun 20" in done.out
        assert "  Inget har ändrats sedan dess.\n  Vem som har utfärdat certifikatet är inte prövat." in done.out
        assert "  digital: true\n  - {" in done.out
        assert "litar på" in run("verify", str(pdf_in(folder)), "--trust", str(own.with_suffix(".pem"))).out
        other = certificate(folder, "Bo Al")
        assert run("verify", str(pdf_in(folder)), "--trust", str(other.with_suffix(".pem"))).code == 1

    def test_a_signature_whose_names_are_written_with_codes_is_found(
        self, folder: Path, sign: Callable[..., Outcome], run: Callable[..., Outcome]
    ) -> None:
        sign(certificate(folder, "Anna Ek"), "--field", "signature-1")
        whole = pdf_in(folder).read_bytes()
        pdf_in(folder).write_bytes(whole.replace(b"/ByteRange", b"/Byte#52ange"))
        done = run("verify", str(pdf_in(folder)), "avtal.yaml")
        assert "ingen elektronisk underskrift" not in done.out
        assert done.code in {1, 2}, (done.out, done.err)  # what was signed has been changed
        assert "Underskriften är bruten" in done.out or "ingen PDF som går att läsa" in done.err

    def test_each_reason_for_not_trusting_a_certificate_has_its_own_words(
        self, folder: Path, sign: Callable[..., Outcome], run: Callable[..., Outcome]
    ) -> None:
        own, other = certificate(folder, "Anna Ek"), certificate(folder, "Bo Al")
        sign(own, "--field", "signature-1")

        def told(trusted: Path) -> str:
            done = run("verify", str(pdf_in(folder)), "--trust", str(trusted.with_suffix(".pem")))
            assert done.code == 1
            return done.out

        assert "finns inte bland dem som anges med --trust" in told(other)
        content = pdf_in(folder).read_bytes()
        at = content.index(b"stream") + 20
        pdf_in(folder).write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
        assert "är inte prövat, för underskriften håller inte" in told(own)
        (signature,) = signatures_in(content, certificates(own.with_suffix(".pem").read_bytes()))
        assert signature.trust is Trust.TRUSTED

    def test_a_certificate_that_has_run_out_is_trusted_no_more(
        self, folder: Path, sign: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        own = certificate(folder, "Anna Ek", days=30, issuer="Utfärdaren")
        assert sign(own, "--field", "signature-1").code == 0
        content = pdf_in(folder).read_bytes()
        trusted = certificates(issuer_of("Utfärdaren"))
        assert [one.trust for one in signatures_in(content, trusted)] == [Trust.TRUSTED]
        others = certificates(issuer_of("En annan"))
        assert [one.trust for one in signatures_in(content, others)] == [Trust.UNKNOWN_ISSUER]
        later = partial(ValidationContext, moment=datetime.now(UTC) + timedelta(days=60))
        monkeypatch.setattr(signatures, "ValidationContext", later)
        (found,) = signatures_in(content, trusted)
        assert found.trust is Trust.NOT_IN_FORCE

    @pytest.mark.parametrize("form", ["pdf", "docx"])
    def test_a_file_without_a_signature_is_not_what_was_asked_for_where_trust_is(
        self, form: str, folder: Path, run: Callable[..., Outcome]
    ) -> None:
        own = certificate(folder, "Anna Ek")
        assert run("render", "avtal.yaml", "--format", form, "--out", form).code == 0
        file = str(next((folder / form).glob(f"*.{form}")))
        assert run("verify", file, "avtal.yaml").code == 0
        asked = run("verify", file, "avtal.yaml", "--trust", str(own.with_suffix(".pem")))
        assert (asked.code, "ingen elektronisk underskrift som --trust kan pröva" in asked.out) == (1, True)

    def test_days_and_names_are_written_in_the_file_and_all_else_stays(
        self, folder: Path, sign: Callable[..., Outcome], run: Callable[..., Outcome]
    ) -> None:
        path = folder / "avtal.yaml"
        text = HALLSBERG.replace("  place: Hallsberg\n  date: 2024-09-11\n", "  # Ort saknas.\n")
        text = text.replace("status: signed", "status: proposed").replace("name: Lena Fagerlund, ", "")
        path.write_text(text, encoding="utf-8")
        assert run(*RENDER, "--force").code == 0
        for number, name in enumerate(("LJUNGQVIST, JOAKIM", "Lena Fagerlund", "Fel Person"), 1):
            assert sign(certificate(folder, name), "--field", f"signature-{number}").code == 0
        day = f"{datetime.now(UTC).astimezone():%Y-%m-%d}"
        done = run("verify", str(pdf_in(folder)), "--into", "avtal.yaml")
        assert done.code == 1
        assert (
            "säger att Gabriella Mueller Prabin ska underteckna, men certifikatet är utfärdat för Fel Person."
            in done.err
        )
        assert f"+    - {{party: hallsberg, name: Lena Fagerlund, role: Kommundirektör, date: {day}}}" in done.out or (
            f"role: Kommundirektör, name: Lena Fagerlund, date: {day}}}" in done.out
        )
        old, new = text.splitlines(), path.read_text(encoding="utf-8").splitlines()
        assert [line for line in old if line not in new] == [
            "    - {party: askersund, name: Joakim Ljungqvist, role: Kommundirektör}",
            "    - {party: hallsberg, role: Kommundirektör}",
        ]
        assert f"    - {{party: askersund, name: Joakim Ljungqvist, role: Kommundirektör, date: {day}}}" in new
        assert "  digital: true" in new
        assert run("validate", "avtal.yaml").code == 0
        written = path.read_bytes()
        again = run("verify", str(pdf_in(folder)), "--into", "avtal.yaml")
        assert "har samma text som avtal.yaml." in again.out
        assert "Inget att skriva i avtal.yaml." in again.out
        assert path.read_bytes() == written

    def test_another_day_another_text_and_what_does_not_hold_are_never_written(
        self, folder: Path, sign: Callable[..., Outcome], run: Callable[..., Outcome]
    ) -> None:
        path = folder / "avtal.yaml"
        own = certificate(folder, "Joakim Ljungqvist")
        other = certificate(folder, "Bo Al").with_suffix(".pem")
        dated = HALLSBERG.replace("name: Joakim Ljungqvist,", "name: Joakim Ljungqvist, date: 2020-01-01,")
        path.write_text(dated, encoding="utf-8")
        assert run(*RENDER, "--force").code == 0
        assert sign(own, "--field", "signature-1").code == 0
        for text, options, told in (
            (dated, (), "undertecknade 2020-01-01, men underskriften är från"),
            (dated.replace("Kommundirektör", "Kommunchef", 1), (), "eftersom PDF:en har en annan text"),
            (dated, ("--trust", str(other)), "skrivs inte in, eftersom den inte håller"),
        ):
            path.write_text(text, encoding="utf-8")
            done = run("verify", str(pdf_in(folder)), "--into", "avtal.yaml", *options)
            assert (done.code, told in done.err) == (1, True), done
            assert "2020-01-01" in path.read_text(encoding="utf-8")
        assert run("verify", str(pdf_in(folder)), "--into", "avtal.yaml", "--format", "json").code == 2

    def test_a_certificate_that_has_run_out_is_told(
        self, folder: Path, sign: Callable[..., Outcome], capsys: pytest.CaptureFixture[str]
    ) -> None:
        sign(certificate(folder, "Anna Ek"), "--field", "signature-1")
        (made,) = signatures_in(pdf_in(folder).read_bytes())
        last = made.holds[1]
        tell_signatures([made], "sv", last - timedelta(days=1), is_trust_asked=False)
        assert "Certifikatet gällde" not in capsys.readouterr().out
        later = last + timedelta(days=1)
        tell_signatures([made], "sv", later, is_trust_asked=False)
        assert "Det går inte att säkert säga att underskriften gjordes då." in capsys.readouterr().out
        assert not replace(made, is_timestamped=True).is_out_of_time(later)
        assert replace(made, is_timestamped=True, time=later).is_out_of_time(later)

    def test_a_changed_pdf_is_told(
        self, folder: Path, sign: Callable[..., Outcome], run: Callable[..., Outcome]
    ) -> None:
        sign(certificate(folder, "Anna Ek"), "--field", "signature-1")
        whole = pdf_in(folder).read_bytes()
        at = whole.index(b"stream") + 20
        pdf_in(folder).write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert run("verify", str(pdf_in(folder)), "avtal.yaml").code == 1
        assert signatures_in(pdf_in(folder).read_bytes())[0].state is State.BROKEN

    def test_a_page_that_is_turned_after_the_signature_is_told(
        self, folder: Path, sign: Callable[..., Outcome]
    ) -> None:
        sign(certificate(folder, "Anna Ek"), "--field", "signature-1")
        turned, made = PdfWriter(io.BytesIO(pdf_in(folder).read_bytes()), incremental=True), io.BytesIO()
        turned.pages[0].rotate(90)
        turned.write(made)
        assert signatures_in(made.getvalue())[0].state is State.CHANGED


@pytest.mark.parametrize("content", [b"", b"hej", b"-----BEGIN CERTIFICATE-----\nx\n"])
def test_what_is_no_certificate_is_refused(content: bytes) -> None:
    with pytest.raises(SigningRefusedError):
        certificates(content)


class TestWhatCannotBeDone:
    """Each is said in a sentence, and neither the PDF nor the source is changed."""

    def test_a_locked_pdf_is_neither_signed_nor_read(self, folder: Path, sign: Callable[..., Outcome]) -> None:
        locked = PdfWriter(clone_from=pdf_in(folder))
        locked.encrypt("hemligt")
        locked.write(pdf_in(folder))
        content = pdf_in(folder).read_bytes()
        done = sign(certificate(folder, "Anna Ek"), "--field", "signature-1")
        assert (done.code, "är låst med lösenord" in done.err) == (2, True)
        assert pdf_in(folder).read_bytes() == content
        for some in (content, b"%PDF-1.7\n%%EOF", b""):
            with pytest.raises(SigningRefusedError, match="sign-locked" if some is content else "sign-no-pdf"):
                signatures_in(some)

    def test_a_field_that_is_not_there_is_not_made(self, folder: Path) -> None:
        own = Certificate(certificate(folder, "Anna Ek").read_bytes(), PASSWORD.encode())
        with pytest.raises(SigningRefusedError, match="sign-no-field"):
            signed(pdf_in(folder).read_bytes(), own, "signature-99", Shown("{name}", datetime.now(UTC)))

    def test_what_is_trusted_must_be_certificates(
        self, folder: Path, sign: Callable[..., Outcome], run: Callable[..., Outcome]
    ) -> None:
        assert sign(certificate(folder, "Anna Ek"), "--field", "signature-1").code == 0
        done = run("verify", str(pdf_in(folder)), "avtal.yaml", "--trust", "avtal.yaml")
        assert (done.code, done.out) == (2, "")
        assert done.err == "avtal.yaml innehåller inga certifikat. Ange en fil med PEM eller DER.\n"

    def test_a_certificate_of_nobody_is_trusted_by_nobody(
        self, folder: Path, sign: Callable[..., Outcome], run: Callable[..., Outcome]
    ) -> None:
        assert sign(certificate(folder, "Anna Ek"), "--field", "signature-1").code == 0
        now, nobody = datetime.now(UTC), x509.Name([])
        made = (
            x509.CertificateBuilder(nobody, nobody, KEY.public_key(), x509.random_serial_number())
            .not_valid_before(now)
            .not_valid_after(now + timedelta(days=9))
            .sign(KEY, hashes.SHA256())
        )
        (folder / "ingen.pem").write_bytes(made.public_bytes(Encoding.PEM))
        done = run("verify", str(pdf_in(folder)), "avtal.yaml", "--trust", "ingen.pem")
        assert (done.code, done.out) == (2, "")
        assert done.err == "ingen.pem innehåller inga certifikat. Ange en fil med PEM eller DER.\n"

    def test_nothing_is_written_in_another_file_than_the_source(
        self, folder: Path, sign: Callable[..., Outcome], run: Callable[..., Outcome]
    ) -> None:
        assert sign(certificate(folder, "Joakim Ljungqvist"), "--field", "signature-1").code == 0
        (folder / "annan.yaml").write_text(SMALL, encoding="utf-8")
        done = run("verify", str(pdf_in(folder)), "avtal.yaml", "--into", "annan.yaml")
        assert done.code == 2
        assert "annan.yaml är inte den överenskommelse som PDF:en är gjord av" in done.err
        assert (folder / "annan.yaml").read_text(encoding="utf-8") == SMALL

    def test_where_a_name_has_no_place_of_its_own_the_author_is_told(
        self, folder: Path, sign: Callable[..., Outcome], run: Callable[..., Outcome]
    ) -> None:
        text = SMALL + "signatures:\n  signatories:\n    - role: Kommundirektör\n    - party: polisen\n"
        (folder / "avtal.yaml").write_text(text, encoding="utf-8")
        pdf_in(folder).unlink()
        assert run(*RENDER).code == 0
        assert sign(certificate(folder, "Kim Ek"), "--field", "signature-1").code == 0
        done = run("verify", str(pdf_in(folder)), "--into", "avtal.yaml")
        assert done.code == 2
        assert "avtal.yaml" in done.err
        assert (folder / "avtal.yaml").read_text(encoding="utf-8") == text

    def test_who_is_to_sign_may_be_a_name_alone(
        self, folder: Path, sign: Callable[..., Outcome], run: Callable[..., Outcome]
    ) -> None:
        text = SMALL + "status: proposed\nsignatures: {signatories: [Kim Ek, Lo Berg]}\n"
        (folder / "avtal.yaml").write_text(text, encoding="utf-8")
        pdf_in(folder).unlink()
        assert run(*RENDER).code == 0
        assert sign(certificate(folder, "Kim Ek"), "--field", "signature-1").code == 0
        proposed = run("verify", str(pdf_in(folder)), "avtal.yaml")
        assert '  - {name: "Kim Ek", date: ' in proposed.out
        assert run("verify", str(pdf_in(folder)), "--into", "avtal.yaml").code == 0
        written = (folder / "avtal.yaml").read_text(encoding="utf-8")
        assert re.search(r"signatories: \[\{name: Kim Ek, date: [0-9-]{10}\}, Lo Berg\]", written)

    def test_a_signature_without_a_time_is_told_and_left_to_the_author(
        self, folder: Path, sign: Callable[..., Outcome], capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert sign(certificate(folder, "Joakim Ljungqvist"), "--field", "signature-1").code == 0
        timeless = [replace(one, time=None) for one in signatures_in(pdf_in(folder).read_bytes())]
        source = folder / "avtal.yaml"
        (document,) = check([str(source)], date(2024, 6, 1)).workspaces[0].documents
        tell_signatures(timeless, "sv", datetime.now(UTC), is_trust_asked=False)
        propose(document, timeless, "sv")
        assert "Joakim Ljungqvist, Exempelby kommun vid okänd tid" in capsys.readouterr().out
        assert write_signatures(source, document, timeless, "sv", is_trust_asked=False) == 1
        assert "saknar underskriften tid. Skriv in den för hand." in capsys.readouterr().err
        assert source.read_text(encoding="utf-8") == HALLSBERG
        source.unlink()
        with pytest.raises(ReadWriteError):
            write_signatures(source, document, timeless, "sv", is_trust_asked=False)

    @UNIX_ONLY
    def test_the_password_is_asked_for_in_a_terminal_and_not_shown(self, folder: Path) -> None:
        own = certificate(folder, "Anna Ek")
        asking = Terminal(("sign", str(pdf_in(folder)), "--certificate", str(own), "--field", "signature-1"), folder)
        asking.wait_for("Certifikatets lösenord: ")  # the blank comes when nothing that is pressed is shown
        asking.press(f"{PASSWORD}\n")
        assert asking.end() == 0, asking.text
        assert PASSWORD not in asking.text
        assert [one.name for one in signatures_in(pdf_in(folder).read_bytes())] == ["Anna Ek"]

    @UNIX_ONLY
    def test_what_another_has_signed_meanwhile_is_kept(self, folder: Path) -> None:
        own, file = certificate(folder, "Anna Ek"), pdf_in(folder)
        asking = Terminal(("sign", str(file), "--certificate", str(own), "--field", "signature-1"), folder)
        asking.wait_for("Certifikatets lösenord: ")
        theirs = file.read_bytes() + b"\n"
        file.write_bytes(theirs)
        asking.press(f"{PASSWORD}\n")
        assert asking.end() == 4, asking.text
        assert "någon har ändrat den under tiden" in asking.text
        assert file.read_bytes() == theirs

    def test_a_password_that_is_no_text_does_not_open_it(self, folder: Path, run: Callable[..., Outcome]) -> None:
        own = certificate(folder, "Anna Ek")
        named = ("sign", str(pdf_in(folder)), "--certificate", str(own), "--field", "signature-1")
        ended = run(*named, cwd=folder, SAMVERKAN_PASSWORD="\udcff\udcfe")  # noqa: S106 - no password at all
        assert (ended.code, "Kontrollera lösenordet" in ended.err) == (2, True), ended.err

    def test_of_very_many_fields_the_first_are_named(self, tmp_path: Path, run: Callable[..., Outcome]) -> None:
        fields = b" ".join(b"%d 0 R" % number for number in range(3, 2003))
        catalogue = b"<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [%s]>>>>" % fields
        made = pdf(
            catalogue, b"<</Type /Pages /Kids [] /Count 0>>", *[b"<</FT /Sig /T (f%d)>>" % i for i in range(2000)]
        )
        (tmp_path / "a.pdf").write_bytes(made)
        ended = run("sign", "a.pdf", "--certificate", "x")
        assert (ended.code, ended.err.count("f1")) == (2, 1), ended.err
        assert "990 till" in ended.err

    @pytest.mark.parametrize("kind", ["PRIVATE KEY", "CERTIFICATE", "CERTIFICATE REQUEST"])
    def test_what_holds_no_certificate_is_told_by_its_own_name(
        self, kind: str, folder: Path, run: Callable[..., Outcome]
    ) -> None:
        own = certificate(folder, "Anna Ek")
        named = ("sign", str(pdf_in(folder)), "--certificate", str(own), "--field", "signature-1")
        assert run(*named, cwd=folder, SAMVERKAN_PASSWORD=PASSWORD).code == 0
        (folder / "lita.pem").write_text(f"-----BEGIN {kind}-----\nMAAA\n-----END {kind}-----\n", encoding="utf-8")
        ended = run("verify", str(pdf_in(folder)), "--trust", "lita.pem", cwd=folder)
        assert (ended.code, "lita.pem innehåller inga certifikat" in ended.err) == (2, True), ended.err


def test_without_the_extra_for_signatures_its_name_is_told(folder: Path, warm: Warm) -> None:
    around = {**os.environ, **SETTLED, "LANG": "sv_SE.UTF-8"}
    arguments = ["sign", str(pdf_in(folder)), "--certificate", "x.p12"]
    code, _, told = warm.run(arguments, folder, None, around, "import sys; sys.modules['pyhanko'] = None")
    assert (code, told.decode()) == (
        4,
        'Tillägget för underskrifter saknas. Installera det med: pip install "samverkan[signing]"\n',
    )
