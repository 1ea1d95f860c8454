"""Amending documents -> typed instructions; base + instructions -> amended document."""

from minhphap.amendments.applied import Applied, Clash, Edit, Mark, Reason, Refused, Step
from minhphap.amendments.apply import apply, revert
from minhphap.amendments.instruction import Act, Aim, Instruction, Operation, spoken
from minhphap.amendments.read import instructions

__all__ = [
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
