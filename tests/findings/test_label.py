"""Provisions are named as officials name them."""

from minhphap.findings import Labels, fingerprint
from minhphap.intake import Source
from minhphap.structure import Document, Metadata, Provision


def document() -> Document:
    point = Provision("point", "art_5__para_2__point_b", 4, 6, "b")
    clause = Provision("clause", "art_5__para_2", 3, 6, "2", None, (point,))
    article = Provision("article", "art_5", 2, 6, "5", None, (clause,))
    chapter = Provision("chapter", "chp_II", 1, 6, "II", None, (article,))
    inner = Provision("article", "att_1__art_3", 7, 8, "3")
    attached = Provision("attached", "att_1", 6, 8, "1", None, (inner,))
    appendix = Provision("appendix", "app_1", 8, 9, "1")
    quoted = Provision("quoted_clause", "art_9__q_1__para_1", 9, 10, "1")
    host = Provision("article", "art_9", 9, 10, "9", None, (quoted,))
    return Document(Source(text="x" * 10), Metadata(), (chapter, attached, appendix, host))


def test_labels() -> None:
    doc = document()
    labels = Labels(doc)
    said = {one.eid: labels(one) for one in doc.walk()}
    assert said == {
        "chp_II": "Chương II",
        "art_5": "Điều 5",
        "art_5__para_2": "khoản 2 Điều 5",
        "art_5__para_2__point_b": "điểm b khoản 2 Điều 5",
        "att_1": "văn bản ban hành kèm theo",
        "att_1__art_3": "Điều 3 văn bản ban hành kèm theo",
        "app_1": "phụ lục",
        "art_9": "Điều 9",
        "art_9__q_1__para_1": "Điều 9 (nội dung được trích dẫn)",
    }
    assert labels(None) == ""


def test_fingerprint_ignores_blanks_and_case() -> None:
    assert fingerprint("HT1", "art_1", "Điều  5", 0) == fingerprint("HT1", "art_1", "điều 5", 0)


def test_fingerprint_tells_rule_place_words_and_occurrence_apart() -> None:
    names = {
        fingerprint("HT1", "art_1", "a", 0),
        fingerprint("HT2", "art_1", "a", 0),
        fingerprint("HT1", "art_2", "a", 0),
        fingerprint("HT1", None, "a", 0),
        fingerprint("HT1", "art_1", "b", 0),
        fingerprint("HT1", "art_1", "a", 1),
    }
    assert len(names) == 6
