"""What differs between two versions of a document, as a coordinator and a board are told it."""

from __future__ import annotations

import json
import os
import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from samverkan.comparing.obligation import Effect, bound
from samverkan.comparing.wording import Kept, shortened, stretches
from samverkan.errors import ExitCode, WrongUseError
from samverkan.source.git import content_at
from tests.conftest import EXAMPLES, ROOT, SMALL, program

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

COMPARED = ROOT / "tests" / "compared"
PAIRS = {"avtal": ("avtal-2024.yaml", "avtal-2027.yaml"), "lofte": ("lofte-2024.yaml", "lofte-2025.yaml")}


@pytest.fixture
def tell(run: Callable[..., Outcome], tmp_path: Path) -> Callable[[str, str], list[str]]:
    """Compare two texts and give the sentences that say what differs."""

    def told(before: str, after: str) -> list[str]:
        (tmp_path / "före.yaml").write_text(before, encoding="utf-8")
        (tmp_path / "efter.yaml").write_text(after, encoding="utf-8")
        ended = run("compare", "före.yaml", "efter.yaml", "--format", "json")
        assert ended.code == ExitCode.CLEAN, ended.err
        return [one["says"] for one in json.loads(ended.out)["differences"]]

    return told


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_differences_of_two_versions_written_by_hand(
    pair: str, language: str, run: Callable[..., Outcome], golden: Callable[[Path, str], None]
) -> None:
    ended = run("compare", *PAIRS[pair], "--lang", language, cwd=COMPARED)
    assert ended.code == ExitCode.CLEAN, ended.err
    golden(COMPARED / f"{pair}-{language}.txt", ended.out)


@pytest.mark.parametrize("pair", PAIRS)
def test_the_board_sees_what_weighs_most_first(
    pair: str, run: Callable[..., Outcome], golden: Callable[[Path, str], None]
) -> None:
    ended = run("compare", *PAIRS[pair], "--board", cwd=COMPARED)
    assert ended.code == ExitCode.CLEAN, ended.err
    golden(COMPARED / f"{pair}-board.txt", ended.out)
    listed = [line for line in ended.out.splitlines()[3:-2] if line]
    usual = run("compare", *PAIRS[pair], cwd=COMPARED).out.splitlines()
    assert {line for line in listed if line.startswith("  ")} == {line for line in usual if line.startswith("  ")}


def test_layout_comments_and_order_of_keys_are_no_difference(tell: Callable[[str, str], list[str]]) -> None:
    before = SMALL + "introduction: >\n  En text som är\n  lång nog att brytas.\n"
    turned = "# En kommentar.\n" + "introduction: En text som   är lång nog att brytas. # här\n" + SMALL
    assert tell(before, turned) == []


def test_that_nothing_differs_is_said(run: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "ett.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "två.yaml").write_text(SMALL + "introduction: >\n  A\n  b\n", encoding="utf-8")
    (tmp_path / "tre.yaml").write_text(SMALL + "introduction: |\n  A\n  b\n", encoding="utf-8")
    assert run("compare", "ett.yaml", "ett.yaml").out.splitlines()[-1] == "Ingen skillnad i sak."
    ended = run("compare", "två.yaml", "tre.yaml")
    assert ended.out.splitlines()[-2] == "Ingen skillnad i sak."
    assert "Kontrollkoden är ändå en annan" in ended.out
    assert run("compare", "två.yaml", "tre.yaml", "--check").code == ExitCode.CLEAN
    assert run("compare", "ett.yaml", "tre.yaml", "--check").code == ExitCode.FINDINGS


GOALS = SMALL + "goals:\n"
LISTED = [
    "  - {id: mål-1, text: Färre inbrott i villor.}\n",
    "  - {id: mål-2, text: Fler ska känna sig trygga på torget.}\n",
    "  - {id: mål-3, text: Ungdomar ska ha någonstans att vara på kvällen.}\n",
]


def test_a_list_that_is_numbered_anew_is_not_all_new(tell: Callable[[str, str], list[str]]) -> None:
    new = "  - {id: mål-1, text: Våld i nära relation ska upptäckas tidigt.}\n"
    after = new + "".join(line.replace(f"mål-{i + 1}", f"mål-{i + 2}") for i, line in enumerate(LISTED))
    told = tell(GOALS + "".join(LISTED), GOALS + after)
    assert told[0] == "Nytt mål: ”Våld i nära relation ska upptäckas tidigt”."
    assert [line.split("har fått id ")[1][:5] for line in told[1:]] == ["mål-2", "mål-3", "mål-4"]


def test_references_to_what_has_another_id_are_no_difference(tell: Callable[[str, str], list[str]]) -> None:
    before = GOALS + "  - {text: Färre inbrott i villor., responsible: kommunen}\n"
    told = tell(before, before.replace("kommunen", "staden"))
    assert told == ["Parten ”Exempelby kommun” har fått id staden i stället för kommunen. Det märks bara i filerna."]


def test_another_municipality_is_another_party(tell: Callable[[str, str], list[str]]) -> None:
    told = tell(SMALL, SMALL.replace('code: "9901", name: Exempelby kommun', 'code: "9903", name: Annanby kommun'))
    assert told == ["Exempelby kommun är inte längre part.", "Annanby kommun har blivit part."]
    assert tell(SMALL, SMALL.replace("Exempelby kommun", "Exempelby stad")) == [
        "Parten Exempelby kommun heter nu Exempelby stad."
    ]


def test_what_is_moved_is_told_as_moved(tell: Callable[[str, str], list[str]]) -> None:
    one, two, three = LISTED
    assert tell(GOALS + one + two + three, GOALS + two + three + one) == [
        "Målet ”Färre inbrott i villor” står nu på plats 3 i stället för plats 1."
    ]
    many = [f"  - {{text: Mål om {word}.}}\n" for word in ("inbrott", "trafik", "våld", "skola", "torg")]
    assert tell(GOALS + "".join(many), GOALS + "".join(reversed(many))) == [
        "”Övergripande mål” står i en annan ordning än förut."
    ]


def test_a_goal_that_moves_into_a_focus_area_has_moved(tell: Callable[[str, str], list[str]]) -> None:
    areas = SMALL.replace(
        "  - {id: platser, title: Otrygga platser}\n", "  - id: platser\n    title: Otrygga platser\n"
    )
    goal = "{text: Färre inbrott i villor.}"
    told = tell(areas + f"goals: [{goal}]\n", areas + f"    goals: [{goal}]\n")
    assert told == [
        "Målet ”Färre inbrott i villor” har flyttats från ”Övergripande mål” till fokusområdet ”Otrygga platser”."
    ]


TARGETS = [
    ("increase", "{at_least: 50}", "{at_least: 60}", "högre ställt"),
    ("increase", "{at_least: 60}", "{at_least: 50}", "lägre ställt"),
    ("decrease", "{at_most: 20}", "{at_most: 30}", "lägre ställt"),
    ("decrease", "{value: 20}", "{value: 10}", "högre ställt"),
    ("decrease", "{change_percent: -10}", "{change_percent: -20}", "högre ställt"),
    ("decrease", "{change_percent: -10}", "{at_most: 20}", "Målvärdet för målet"),
    ("maintain", "{value: 10}", "{value: 20}", "Målvärdet för målet"),
]


@pytest.mark.parametrize(("way", "before", "after", "said"), TARGETS)
def test_a_target_is_set_higher_or_lower(
    way: str, before: str, after: str, said: str, tell: Callable[[str, str], list[str]]
) -> None:
    goal = "goals:\n  - {text: Ett mål., indicator: i, direction: WAY, target: TARGET}\n".replace("WAY", way)
    (told,) = tell(SMALL + goal.replace("TARGET", before), SMALL + goal.replace("TARGET", after))
    assert said in told


TEXTS = [
    ("Vi ska mötas varje månad.", "Vi bör mötas varje månad.", Effect.WEAKER),
    ("Vi bör mötas varje månad.", "Vi ska mötas varje månad.", Effect.STRONGER),
    ("Vi ska mötas varje månad.", "Vi kan mötas varje månad.", Effect.WEAKER),
    ("Vi ska mötas varje månad.", "Vi strävar efter att mötas varje månad.", Effect.WEAKER),
    ("Vi möts varje månad.", "Vi möts vid behov varje månad.", Effect.WEAKER),
    ("Vi möts om möjligt varje månad.", "Vi möts varje månad.", Effect.STRONGER),
    ("Vi ska mötas varje månad.", "Vi ska inte mötas varje månad.", Effect.NEGATED),
    ("Vi gör minst 12 vandringar.", "Vi gör minst 8 vandringar.", Effect.WEAKER),
    ("Vi gör högst 12 undantag.", "Vi gör högst 8 undantag.", Effect.STRONGER),
    ("The parties shall meet monthly.", "The parties should meet monthly.", Effect.WEAKER),
    ("Vi ska mötas varje månad.", "Vi skall mötas varje månad.", None),
    ("Vi möts varje månad.", "Vi ska mötas varje månad.", None),
    ("Vi ska mötas varje månad.", "Vi ska mötas varje månad så att fler kan delta.", None),
    ("Vi ska mötas varje månad.", "Vi ska mötas varje månad. Parterna kan bjuda in andra.", None),
    ("Vi ska mötas. Vi ska skriva.", "Vi ska skriva. Vi ska mötas.", None),
]


@pytest.mark.parametrize(("before", "after", "effect"), TEXTS)
def test_how_firmly_a_text_binds(before: str, after: str, effect: Effect | None) -> None:
    found = bound(before, after)
    assert (found.effect if found else None) == effect


def test_the_world_is_not_weakened(tell: Callable[[str, str], list[str]]) -> None:
    told = tell(SMALL + "background: Brotten ska ha ökat.\n", SMALL + "background: Brotten kan ha ökat.\n")
    assert told == ["Texten i ”Bakgrund” är ändrad."]


def test_json_is_named_and_stable(run: Callable[..., Outcome]) -> None:
    ended = run("compare", *PAIRS["avtal"], "--format", "json", cwd=COMPARED)
    found = json.loads(ended.out)
    assert list(found) == ["version", "before", "after", "differences", "summary"]
    assert found["before"] == {
        "name": "avtal-2024.yaml",
        "id": "avtal-2024",
        "kind": "agreement",
        "title": "Samverkansöverenskommelse för Granby",
    }
    by_path = {(one["path_before"], one["path_after"]): one for one in found["differences"]}
    assert by_path["goals[0].target", "goals[1].target"]["effect"] == "lowered"
    assert by_path["commitments[0].text", "commitments[1].text"] == {
        "what": "changed",
        "chapter": "commitments",
        "path_before": "commitments[0].text",
        "path_after": "commitments[1].text",
        "says": "Texten i åtagandet ”Trygghetsvandringar” är ändrad. Den är försvagad: ”ska” har blivit ”bör”.",
        "effect": "weaker",
        "weight": "binds-less",
        "is_major": True,
        "before": "Parterna ska genomföra trygghetsvandringar i alla stadsdelar.",
        "after": "Parterna bör genomföra trygghetsvandringar i alla stadsdelar.",
        "details": [],
    }
    assert by_path[None, "parties[2]"]["details"] == [{"label": "Typ", "value": "region"}]
    count = len(found["differences"])
    assert found["summary"]["differences"] == count
    assert 0 < found["summary"]["major"] < found["summary"]["in_substance"] < count


@pytest.mark.parametrize("form", ["md", "html"])
def test_a_page_has_every_sentence(form: str, run: Callable[..., Outcome]) -> None:
    ended = run("compare", *PAIRS["avtal"], "--format", form, "--board", cwd=COMPARED)
    assert ended.code == ExitCode.CLEAN, ended.err
    flat = " ".join(re.sub(r"<[^>]+>|[\u00ad\\]", "", ended.out).split())
    for one in json.loads(run("compare", *PAIRS["avtal"], "--format", "json", cwd=COMPARED).out)["differences"]:
        assert one["says"] in flat
    assert flat.index("Väger tyngst") < flat.index("Andra ändringar i sak") < flat.index("Ordning, namn")
    if form == "html":
        assert "<del>ska</del> <ins>bör</ins>" in ended.out


def test_the_page_has_the_look_of_the_workspace(run: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "samverkan.yaml").write_text(
        "samverkan: 1\nkind: workspace\nlook: {colour: '#7a0019'}\n", encoding="utf-8"
    )
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(SMALL.replace("Otrygga", "Mörka"), encoding="utf-8")
    assert "#7a0019" in run("compare", "a.yaml", "b.yaml", "--format", "html").out.casefold()


def test_pages_for_the_board_are_files_too(run: Callable[..., Outcome], tmp_path: Path) -> None:
    paths = [str(COMPARED / name) for name in PAIRS["lofte"]]
    for form in ("docx", "pdf", "html"):
        assert run("compare", *paths, "--board", "--format", form, "--out", "ut").code == ExitCode.CLEAN
    names = {"löfte-2025-board.docx", "löfte-2025-board.html", "löfte-2025-board.pdf"}
    assert {path.name for path in (tmp_path / "ut").iterdir()} >= names


@pytest.fixture
def history(tmp_path: Path) -> Callable[..., str]:
    """Make a repository with an agreement in a folder, changed since and renamed."""
    git = program("git")

    def run_git(*arguments: str) -> str:
        named = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        done = subprocess.run([git, *named, *arguments], cwd=tmp_path, capture_output=True, check=True, text=True)
        return done.stdout

    (tmp_path / "avtal").mkdir()
    run_git("init", "--quiet", "--initial-branch=main")
    (tmp_path / "avtal" / "gammalt.yaml").write_text(SMALL, encoding="utf-8")
    run_git("add", ".")
    run_git("commit", "--quiet", "--message=ett")
    run_git("tag", "v1")
    run_git("mv", "avtal/gammalt.yaml", "avtal/nytt.yaml")
    run_git("commit", "--quiet", "--message=två")
    (tmp_path / "avtal" / "nytt.yaml").write_text(SMALL.replace("until: 2026", "until: 2028"), encoding="utf-8")
    return run_git


@pytest.mark.usefixtures("history")
class TestGit:
    SAID = "Giltighetstiden slutar 2028 i stället för 2026, alltså senare."

    @pytest.mark.parametrize(
        "named",
        [
            ("v1:avtal/gammalt.yaml", "avtal/nytt.yaml"),
            ("HEAD~1:avtal/gammalt.yaml", "avtal/nytt.yaml"),
            ("HEAD:avtal/nytt.yaml", "avtal/nytt.yaml"),
            ("avtal/nytt.yaml", "--since", "HEAD"),
            ("avtal/nytt.yaml", "--since", "v1"),
        ],
    )
    def test_a_file_as_it_was(self, named: tuple[str, ...], run: Callable[..., Outcome]) -> None:
        ended = run("compare", *named)
        assert self.SAID in ended.out, ended.err
        assert "1 skillnad, och den väger tungt." in ended.out

    def test_a_path_is_from_the_folder_that_one_is_in(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        assert self.SAID in run("compare", "v1:gammalt.yaml", "nytt.yaml", cwd=tmp_path / "avtal").out

    def test_a_file_that_is_in_history_alone(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        (tmp_path / "avtal" / "nytt.yaml").unlink()
        ended = run("compare", "v1:avtal/gammalt.yaml", "HEAD:avtal/nytt.yaml")
        assert ended.out.splitlines()[-1] == "Ingen skillnad i sak.", ended.err

    @pytest.mark.parametrize(
        ("named", "said"),
        [
            (("v9:avtal/nytt.yaml", "avtal/nytt.yaml"), "Revisionen ”v9” finns inte"),
            (("avtal/nytt.yaml", "--since", "--output=x"), "finns inte"),
            (("v1:avtal/annat.yaml", "avtal/nytt.yaml"), "fanns inte i revisionen ”v1”"),
            (("v1:avtal", "avtal/nytt.yaml"), "är en mapp"),
        ],
    )
    def test_what_git_does_not_know(self, named: tuple[str, ...], said: str, run: Callable[..., Outcome]) -> None:
        ended = run("compare", *named)
        assert ended.code == ExitCode.WRONG_USE
        assert said in ended.err

    @pytest.mark.parametrize("key", ["clean", "process", "smudge"])
    @pytest.mark.parametrize("revision", ["v1", "HEAD"])
    def test_no_filter_of_the_repository_is_run(
        self, key: str, revision: str, run: Callable[..., Outcome], tmp_path: Path, history: Callable[..., str]
    ) -> None:
        history("config", f"filter.x.{key}", f"touch '{tmp_path}/spår'; cat")
        history("config", "filter.x.required", "true")
        (tmp_path / ".gitattributes").write_text("*.yaml filter=x\n", encoding="utf-8")
        ended = run("compare", "avtal/nytt.yaml", "--since", revision)
        assert self.SAID in ended.out, ended.err
        assert not (tmp_path / "spår").exists()

    @pytest.mark.skipif(os.name == "nt", reason="pipes have no names there")
    def test_a_repository_that_never_answers_is_given_up(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / ".git" / "HEAD").unlink()
        os.mkfifo(tmp_path / ".git" / "HEAD")
        monkeypatch.setattr("samverkan.source.git._SECONDS_TO_LOOK_UP", 1)
        with pytest.raises(WrongUseError, match="Git does not answer"):
            content_at("v1", tmp_path / "avtal" / "nytt.yaml", os.environ, 1000)

    def test_links_and_large_files_are_no_documents(
        self, run: Callable[..., Outcome], tmp_path: Path, history: Callable[..., str]
    ) -> None:
        (tmp_path / "stor.yaml").write_bytes(SMALL.encode() + b"#" * 2_000_000)
        (tmp_path / "länk.yaml").symlink_to("/etc/hostname")
        history("add", ".")
        history("commit", "--quiet", "--message=tre")
        (tmp_path / "länk.yaml").unlink()
        assert "för stor" in run("compare", "HEAD:stor.yaml", "avtal/nytt.yaml").err
        assert "inte en vanlig fil" in run("compare", "HEAD:länk.yaml", "avtal/nytt.yaml").err


def test_without_a_repository(run: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    ended = run("compare", "a.yaml", "--since", "v1")
    assert (ended.code, "i något git-arkiv" in ended.err) == (ExitCode.WRONG_USE, True)
    ended = run("compare", "HEAD:a.yaml", "a.yaml", PATH=str(tmp_path))
    assert ended.code == ExitCode.WRONG_USE


BAD = [
    ((), ExitCode.WRONG_USE, "Ange två versioner"),
    (("a.yaml",), ExitCode.WRONG_USE, "Ange två versioner"),
    (("a.yaml", "a.yaml", "a.yaml"), ExitCode.WRONG_USE, "Ange två versioner"),
    (("a.yaml", "a.yaml", "--since", "v1"), ExitCode.WRONG_USE, "Med --since anges en enda fil"),
    ((".", "a.yaml"), ExitCode.WRONG_USE, "är en mapp"),
    (("a.yaml", "saknas.yaml"), ExitCode.READ_WRITE, "den finns inte"),
    (("a.yaml", "plan.yaml"), ExitCode.WRONG_USE, "en samverkansöverenskommelse och plan.yaml är en åtgärdsplan"),
    (("a.yaml", "trasig.yaml"), ExitCode.FINDINGS, "trasig.yaml går inte att läsa i sin helhet"),
    (("halv.yaml", "a.yaml"), ExitCode.FINDINGS, "felet står på rad 8"),
    (("a.yaml", "annat.yaml"), ExitCode.NOTHING_TO_CHECK, "inte ett samverkansdokument"),
    (("a.yaml", "färdig.pdf"), ExitCode.WRONG_USE, "färdigt dokument"),
    (("a.yaml", "färdig.docx"), ExitCode.WRONG_USE, "färdigt dokument"),
    (("a.yaml", "v1:"), ExitCode.READ_WRITE, "den finns inte"),
    (("-", "-"), ExitCode.WRONG_USE, "Standardindata"),
]


@pytest.mark.parametrize(("named", "code", "said"), BAD)
def test_what_cannot_be_compared(
    named: tuple[str, ...], code: ExitCode, said: str, run: Callable[..., Outcome], tmp_path: Path
) -> None:
    plan = (ROOT / "tests" / "workspace" / "plan-2024.yaml").read_text(encoding="utf-8")
    files = {
        "a.yaml": SMALL,
        "plan.yaml": plan,
        "trasig.yaml": SMALL + "x: [\n",
        "halv.yaml": SMALL.replace("until: 2026", "until: snart kanske"),
        "annat.yaml": "services: {web: 1}\n",
        "färdig.pdf": "%PDF-1.7\n",
        "färdig.docx": "PK\x03\x04",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    ended = run("compare", *named)
    assert ended.code == code, ended.err
    assert said in ended.err
    assert ended.out == ""
    assert "Traceback" not in ended.err


def test_what_comes_in_on_the_standard_input(run: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    ended = run("compare", "a.yaml", "-", stdin=SMALL.replace("until: 2026", "until: 2028").encode())
    assert TestGit.SAID in ended.out


def test_two_documents_with_nothing_in_common_are_pointed_out(run: Callable[..., Outcome]) -> None:
    founding = sorted((EXAMPLES / "founding").rglob("*.yaml"))
    agreements = [path for path in founding if "kind: agreement" in path.read_text(encoding="utf-8")][:2]
    ended = run("compare", *map(str, agreements))
    assert ended.code == ExitCode.CLEAN
    assert "nästan inget gemensamt" in ended.err
    assert run("compare", *PAIRS["avtal"], cwd=COMPARED).err == ""


ENDS = [
    ("until: 2026", "until: further-notice", "Överenskommelsen gäller tills vidare i stället för till 2026."),
    ("until: further-notice", "until: 2026", "Giltighetstiden slutar 2026 i stället för att gälla tills vidare."),
    ("from: 2024", "from: signing", "Giltighetstiden börjar vid undertecknandet i stället för 2024."),
    ("from: signing", "from: 2024", "Giltighetstiden börjar 2024 i stället för vid undertecknandet."),
    ("until: 2026", "until: 2025", "Giltighetstiden slutar 2025 i stället för 2026, alltså tidigare."),
]


@pytest.mark.parametrize(("before", "after", "said"), ENDS)
def test_when_validity_begins_and_ends(
    before: str, after: str, said: str, tell: Callable[[str, str], list[str]]
) -> None:
    part = before.split(":", maxsplit=1)[0]
    base = SMALL.replace("from: 2024" if part == "from" else "until: 2026", "WHEN")
    assert tell(base.replace("WHEN", before), base.replace("WHEN", after)) == [said]


def test_a_purpose_with_more_in_it_is_the_same_purpose(tell: Callable[[str, str], list[str]]) -> None:
    told = tell(SMALL.replace("Färre brott och ökad trygghet.", "Färre brott."), SMALL)
    assert told == ["Texten i syftet ”Färre brott och ökad trygghet” är ändrad."]


def test_a_very_long_text_is_compared_sentence_by_sentence() -> None:
    before = "".join(f"Mening nummer {i} om trygghet på torget.\n" for i in range(1_000))
    found = shortened(stretches(before, before.replace("nummer 500 om", "nummer 500 inte om")))
    assert [one.text for one in found if one.kept is Kept.GONE] == ["Mening nummer 500 om trygghet på torget."]
    assert [one.text for one in found if one.kept is Kept.NEW] == ["Mening nummer 500 inte om trygghet på torget."]
    assert len(found[0].text) < 100


def test_texts_with_hardly_a_word_in_common_are_told_whole() -> None:
    found = stretches("Alla ska vara trygga.", "Belysning installeras snarast")
    assert [one.kept for one in found] == [Kept.GONE, Kept.NEW]


WORK = SMALL + "commitments:\n  - {id: å, text: Gå ronder., by: polisen, %s}\n"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("{about: 20, unit: timmar}", "{exactly: 30, unit: timmar}", "från cirka 20 timmar till 30 timmar, alltså mer"),
        ("{more_than: 20, unit: timmar}", "{less_than: 3, unit: timmar}", "från över 20 timmar till under 3 timmar"),
        ("{at_least: 20, unit: timmar}", "{text: några}", "från minst 20 timmar till ”några”"),
    ],
)
def test_how_much_is_said_as_the_file_says_it(
    before: str, after: str, said: str, tell: Callable[[str, str], list[str]]
) -> None:
    (told,) = tell(WORK % f"quantity: {before}", WORK % f"quantity: {after}")
    assert told.startswith(f"Åtagandet ”Gå ronder”: ”Omfattning” är ändrat {said}")


def test_a_target_in_words_is_said_in_its_words(tell: Callable[[str, str], list[str]]) -> None:
    goal = GOALS + "  - {id: m, text: Lugnt., target: {text: %s}}\n"
    told = tell(goal % "lägre än i dag", goal % "högst som i fjol")
    assert told == ["Målvärdet för målet ”Lugnt” är ”högst som i fjol” i stället för ”lägre än i dag”."]


def test_a_document_without_a_title_is_called_by_its_kind(tell: Callable[[str, str], list[str]]) -> None:
    planned = "planned_documents:\n  - {id: bild, kind: situation-picture}\n  - {id: plan, kind: action-plan}\n"
    told = tell(WORK % "document: bild" + planned, WORK % "document: plan" + planned)
    assert told == ["Åtagandet ”Gå ronder”: ”Dokument” är ändrat från lägesbild till åtgärdsplan."]


def test_what_only_looks_otherwise_is_told_as_that(tell: Callable[[str, str], list[str]]) -> None:
    before = GOALS + "  - {id: m, text: Lugnt på torget.}\nintroduction: Detta är viktigt.\n"
    told = tell(before, before.replace("torget.", "*torget*.").replace("viktigt", "**viktigt**"))
    assert [one.partition(", till exempel")[0] for one in told] == [
        "Bara formateringen av ”Inledning” är ändrad",
        "Målet ”Lugnt på *torget*”: bara formateringen av ”Mål” är ändrad",
    ]


def test_what_weighs_little_is_counted_as_that(run: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "före.yaml").write_text(SMALL, encoding="utf-8")
    after = SMALL.replace("id: polisen", "id: polis").replace("id: kommunen", "id: kommun")
    (tmp_path / "efter.yaml").write_text(after, encoding="utf-8")
    told = run("compare", "före.yaml", "efter.yaml").out
    assert "2 skillnader, och ingen väger tungt." in told


AREAS = SMALL.replace(
    "title: Otrygga platser}",
    "title: Otrygga platser, questions: [Varför är det mörkt på torget?, Vem går där?]}\n"
    "  - {id: skola, title: Skolan, questions: [Vilka slåss?]}",
)


@pytest.mark.parametrize(
    ("edits", "said"),
    [
        (
            [("Varför är det mörkt", "Varför är det så mörkt")],
            ["Fokusområdet ”Otrygga platser”: texten i ”Frågor” är ändrad."],
        ),
        (
            [(", Vem går där?", ""), ("[Vilka slåss?]", "[Vilka slåss?, Vem går där?]")],
            [
                "Borttaget ur fokusområdet ”Otrygga platser”: punkten ”Vem går där?”.",
                "Ny punkt i fokusområdet ”Skolan”: ”Vem går där?”.",
            ],
        ),
    ],
)
def test_of_a_list_of_questions_only_what_is_another_is_told(
    edits: list[tuple[str, str]], said: list[str], tell: Callable[[str, str], list[str]]
) -> None:
    after = AREAS
    for old, new in edits:
        after = after.replace(old, new)
    assert tell(AREAS, after) == said


def test_of_two_that_one_could_have_come_from_it_is_the_most_alike(tell: Callable[[str, str], list[str]]) -> None:
    text = "Färre inbrott i villor under {} i hela kommunen."
    before = [f"  - {{id: mål-{time}, text: {text.format(time)}}}\n" for time in ("sommaren", "vintern")]
    told = tell(GOALS + "".join(before), GOALS + f"  - {{id: mål-höst, text: {text.format('hösten')}}}\n")
    assert len(told) == 3
    assert told[0] == "Borttaget: målet ”Färre inbrott i villor under vintern i hela kommunen”."


def test_a_section_without_a_title_that_has_moved_is_told_without_one(tell: Callable[[str, str], list[str]]) -> None:
    first, *others = ["  - {shows: [purposes]}\n", *(f"  - {{title: {name}, text: Ett.}}\n" for name in "ABC")]
    told = tell(f"{SMALL}sections:\n{first}{''.join(others)}", f"{SMALL}sections:\n{''.join(others)}{first}")
    assert told == ["Avsnittet står nu på plats 4 i stället för plats 1."]
