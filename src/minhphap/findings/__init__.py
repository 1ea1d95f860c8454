"""The Finding: what rules and lineage both speak."""

from minhphap.findings.finding import Basis, Edit, Evidence, Finding, Fix, Severity, fingerprint

__all__ = ["Basis", "Edit", "Evidence", "Finding", "Fix", "Severity", "fingerprint"]
