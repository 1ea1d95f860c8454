"""The Finding: what rules and lineage both speak."""

from minhphap.findings.finding import Basis, Edit, Evidence, Finding, Fix, Severity, fingerprint
from minhphap.findings.label import Labels

__all__ = [
    "Basis",
    "Edit",
    "Evidence",
    "Finding",
    "Fix",
    "Labels",
    "Severity",
    "fingerprint",
]
