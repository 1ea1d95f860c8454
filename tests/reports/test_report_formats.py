import json
from pathlib import Path

import jsonschema
import pytest
from report_samples import CHECKED, CLEAN, REPORT, TEXT

from minhphap.reports import Report, render
from minhphap.reports import json_report as module

VECTORS = Path(__file__).parent.parent / "vectors"
SARIF = jsonschema.Draft4Validator(
    json.loads((VECTORS / "sarif" / "sarif-schema-2.1.0.json").read_text())
)
OURS = jsonschema.Draft202012Validator(
    json.loads(Path(module.__file__).with_name("report.schema.json").read_text()),
    format_checker=jsonschema.FormatChecker(),
)


@pytest.mark.parametrize("report", [REPORT, CLEAN, Report(())])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_sarif_is_valid(report, lang):
    log = json.loads(render(report, "sarif", lang=lang))
    assert not list(SARIF.iter_errors(log))
    assert log["version"] == "2.1.0"


def test_sarif_rules_places_fingerprints_and_fixes():
    run = json.loads(render(REPORT, "sarif"))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [one["id"] for one in rules] == ["HT201", "HT303", "HT401", "HT402", "XX999"]
    assert rules[0]["shortDescription"]["text"]
    assert rules[4] == {"id": "XX999"}
    assert run["tool"]["driver"]["semanticVersion"] == "0.1.0"
    assert run["tool"]["driver"]["properties"] == {"packs": {"form": "2026.11"}}
    number, broken, _ = run["results"]
    assert rules[broken["ruleIndex"]]["id"] == broken["ruleId"] == "HT201"
    region = broken["locations"][0]["physicalLocation"]["region"]
    at = TEXT.index("khoản 9")
    assert region == {
        "startLine": 6, "startColumn": 37, "endLine": 6, "endColumn": 51,
        "charOffset": at, "charLength": 14, "snippet": {"text": "khoản 9 Điều 2"},
    }  # fmt: skip
    uri = broken["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "h%E1%BB%93%20s%C6%A1/quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh.txt"
    assert broken["partialFingerprints"] == {"minhphapFinding/v1": "0123456789abcdef0123"}
    assert broken["relatedLocations"][0]["message"]["text"] == "Điều 2 không chia khoản"
    replaced = number["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replaced["insertedContent"] == {"text": "12/2026/QĐ-UBND"}
    assert replaced["deletedRegion"]["charLength"] == 17
    told = run["invocations"][0]
    assert told["executionSuccessful"] is False
    assert [one["associatedRule"]["id"] for one in told["toolConfigurationNotifications"]] == [
        "HT401", "HT402",
    ]  # fmt: skip
    assert [one["descriptor"]["id"] for one in told["toolExecutionNotifications"]] == [
        "recognised", "damaged",
    ]  # fmt: skip


@pytest.mark.parametrize("report", [REPORT, CLEAN, Report(())])
def test_json_keeps_its_shape(report):
    shape = json.loads(render(report, "json"))
    assert not list(OURS.iter_errors(shape))


def test_json_says_everything():
    shape = json.loads(render(REPORT, "json"))
    assert shape["shape"] == "minhphap.report/1"
    assert shape["on"] == "2026-11-02"
    assert shape["summary"] == {"documents": 1, "refused": 1, "error": 1, "warning": 1, "note": 1}
    document = shape["documents"][0]
    assert document["file"] == "hồ sơ/quyết định.txt"
    assert document["recognised"] is True
    found = document["findings"][1]
    assert (found["line"], found["column"], found["end_column"]) == (6, 37, 51)
    assert found["excerpt"] == "khoản 9 Điều 2"
    assert found["basis"][1]["valid_to"] == "2026-02-28"
    assert document["findings"][0]["fix"]["edits"][0]["text"] == "12/2026/QĐ-UBND"
    assert shape["refused"][0]["code"] == "damaged"


def test_positions_count_the_characters_of_the_file():
    import msgspec
    from word_samples import finding

    from minhphap.intake import Source
    from minhphap.text import normalize

    raw = "Tie\u0302\u0301ng Vie\u0323\u0302t: phi\u0301"  # decomposed letters
    clean = normalize(raw)
    source = Source(clean.text, "a.txt", "txt", raw.encode(), raw, clean.offsets)
    at = clean.text.index("phí")
    checked = msgspec.structs.replace(
        CHECKED,
        document=msgspec.structs.replace(CHECKED.document, source=source, provisions=()),
        findings=(finding(at, at + 3),),
    )
    run = json.loads(render(Report((checked,)), "sarif"))["runs"][0]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert raw[region["charOffset"] :][: region["charLength"]] == "phi\u0301"
    assert raw[region["startColumn"] - 1 : region["endColumn"] - 1] == "phi\u0301"


def test_github_annotations():
    lines = render(REPORT, "github").decode().splitlines()
    assert lines[0] == (
        "::notice file=hồ sơ/quyết định.txt,line=2,col=5,endColumn=22,title=HT303::Số, ký hiệu có"
        " khoảng trắng.%0ANên viết: “12/2026/QĐ-UBND”"
    )
    assert lines[1].startswith(
        "::error file=hồ sơ/quyết định.txt,line=6,col=37,endColumn=51,title=HT201 khoản 1 Điều 1::"
    )
    assert lines[2].startswith("::warning ")
    assert lines[3] == "::error file=hỏng.docx::tệp Word bị hỏng"


def test_github_escapes_what_would_end_a_value():
    import msgspec
    from word_samples import finding

    checked = msgspec.structs.replace(
        CHECKED, path="a,b:c%.txt",
        findings=(finding(0, len(TEXT), message="một\nhai 100%", suggestion=None),),
    )  # fmt: skip
    line = render(Report((checked,)), "github").decode()
    assert line.startswith("::warning file=a%2Cb%3Ac%25.txt,line=1,endLine=10,title=")
    assert line.endswith("::một%0Ahai 100%25\n")
