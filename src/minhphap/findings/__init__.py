"""The Finding: what rules and lineage both speak."""

from minhphap.findings.finding import Basis, Edit, Evidence, Finding, Fix, Severity, fingerprint
from minhphap.findings.label import Labels, official_date

__all__ = [
    "Basis",
    "Edit",
    "Evidence",
    "Finding",
    "Fix",
    "Labels",
    "Severity",
    "fingerprint",
    "official_date",
]
