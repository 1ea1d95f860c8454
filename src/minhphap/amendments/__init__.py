"""Amending documents -> typed instructions; base + instructions -> amended document."""

from minhphap.amendments.applied import Applied, Clash, Edit, Mark, Reason, Refused, Step
from minhphap.amendments.apply import apply, revert
from minhphap.amendments.instruction import Act, Aim, Instruction, Operation, spoken
from minhphap.amendments.planning import REPEALED
from minhphap.amendments.read import instructions

__all__ = [
    "REPEALED",
    "Act",
    "Aim",
    "Applied",
    "Clash",
    "Edit",
    "Instruction",
    "Mark",
    "Operation",
    "Reason",
    "Refused",
    "Step",
    "apply",
    "instructions",
    "revert",
    "spoken",
]
