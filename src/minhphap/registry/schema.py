"""The tables of a snapshot and the order in which they are hashed."""

from __future__ import annotations

FORMAT = 2
"""Raised when the meaning of a table or column changes."""
APPLICATION_ID = 0x4D50524C
""" "MPRL", in the header of the file: a registry of law of this program."""

PLACE = " » "
"""Between a source and a place in it, in the key of a note made while reading."""

TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE origin (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, read_on TEXT, stamp TEXT NOT NULL);
CREATE TABLE document (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL, number TEXT NOT NULL, normal TEXT NOT NULL,
  kind TEXT NOT NULL, title TEXT NOT NULL, title_key TEXT NOT NULL, issuer TEXT NOT NULL,
  place TEXT NOT NULL, date TEXT, effect TEXT, until TEXT, stated TEXT NOT NULL, stated_on TEXT,
  consolidation INTEGER NOT NULL, areas TEXT NOT NULL);
CREATE TABLE record (
  doc INTEGER NOT NULL, ordinal INTEGER NOT NULL, origin INTEGER NOT NULL, locator TEXT NOT NULL,
  sure TEXT NOT NULL, fields TEXT NOT NULL, PRIMARY KEY (doc, ordinal)) WITHOUT ROWID;
CREATE TABLE body (
  doc INTEGER PRIMARY KEY, record INTEGER NOT NULL, text BLOB NOT NULL, cells BLOB NOT NULL,
  whole INTEGER NOT NULL, sketch TEXT NOT NULL);
CREATE TABLE provision (
  doc INTEGER NOT NULL, eid TEXT NOT NULL, ordinal INTEGER NOT NULL, type TEXT NOT NULL, num TEXT,
  heading TEXT, first INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (doc, eid)
  ) WITHOUT ROWID;
CREATE TABLE relation (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, source INTEGER, source_eid TEXT NOT NULL,
  target INTEGER, target_eid TEXT NOT NULL, date TEXT, whole INTEGER NOT NULL,
  excepted INTEGER NOT NULL, sure TEXT NOT NULL, reason TEXT NOT NULL, teller INTEGER,
  origin INTEGER NOT NULL, locator TEXT NOT NULL, by_cited TEXT NOT NULL, cited TEXT NOT NULL,
  cited_eid TEXT NOT NULL, stated_date TEXT, until TEXT, renumbered TEXT NOT NULL);
CREATE TABLE effect (
  id INTEGER PRIMARY KEY, doc INTEGER NOT NULL, eid TEXT NOT NULL, state TEXT NOT NULL,
  first TEXT, until TEXT, relation INTEGER, sure TEXT NOT NULL);
CREATE TABLE naming (
  doc INTEGER NOT NULL, lineage TEXT NOT NULL, eid TEXT NOT NULL, first TEXT, until TEXT,
  relation INTEGER, PRIMARY KEY (doc, lineage, eid)) WITHOUT ROWID;
CREATE TABLE conflict (id INTEGER PRIMARY KEY, code TEXT NOT NULL, key TEXT NOT NULL,
  detail TEXT NOT NULL);
"""

INDEXES = """
CREATE UNIQUE INDEX document_key ON document (key);
CREATE INDEX document_normal ON document (normal);
CREATE INDEX document_title ON document (title_key) WHERE title_key <> '';
CREATE INDEX document_date ON document (date);
CREATE INDEX relation_teller ON relation (teller) WHERE teller IS NOT NULL;
CREATE INDEX relation_source ON relation (source) WHERE source IS NOT NULL;
CREATE INDEX relation_target ON relation (target) WHERE target IS NOT NULL;
CREATE INDEX relation_date ON relation (date) WHERE date IS NOT NULL;
CREATE INDEX effect_doc ON effect (doc);
"""

HASHED: dict[str, str] = {
    "origin": "SELECT name FROM origin ORDER BY id",
    "document": "SELECT * FROM document ORDER BY id",
    "record": "SELECT * FROM record ORDER BY doc, ordinal",
    "body": "SELECT * FROM body ORDER BY doc",
    "provision": "SELECT * FROM provision ORDER BY doc, eid",
    "relation": "SELECT * FROM relation ORDER BY id",
    "effect": "SELECT * FROM effect ORDER BY id",
    "naming": "SELECT * FROM naming ORDER BY doc, lineage, eid",
    "conflict": "SELECT * FROM conflict ORDER BY id",
}
"""What the content hash covers, in order. Not the day a source was read: the same facts read on
another day are the same law. Ids are given in the order of keys, so they hash the same too."""
