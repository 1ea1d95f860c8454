"""An office's own workbook of documents under way: read it, show it, write back into it."""

from minhphap.crowd.trackers.board_html import board_html
from minhphap.crowd.trackers.board_xlsx import board_xlsx
from minhphap.crowd.trackers.build import read_tracker
from minhphap.crowd.trackers.mapping import Mapping, MappingError, dump_mapping, load_mapping
from minhphap.crowd.trackers.record import Defect, Letter, Record, Stage, Step, Tracker, Unread
from minhphap.crowd.trackers.update import Change, Left, Updated, update

__all__ = [
    "Change",
    "Defect",
    "Left",
    "Letter",
    "Mapping",
    "MappingError",
    "Record",
    "Stage",
    "Step",
    "Tracker",
    "Unread",
    "Updated",
    "board_html",
    "board_xlsx",
    "dump_mapping",
    "load_mapping",
    "read_tracker",
    "update",
]
