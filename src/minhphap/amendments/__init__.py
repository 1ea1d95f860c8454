"""Amending documents -> typed instructions; base + instructions -> amended document."""

from minhphap.amendments.instruction import Act, Aim, Instruction, Operation
from minhphap.amendments.read import instructions

__all__ = ["Act", "Aim", "Instruction", "Operation", "instructions"]
