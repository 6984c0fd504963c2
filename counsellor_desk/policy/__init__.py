"""What the organisation has set for the desk: it can make it stricter, and nothing else."""

from counsellor_desk.policy.model import OWN, Policy
from counsellor_desk.policy.parse import NONE, PolicyReading, PolicyRemark, WhyIgnored, parse, refused

__all__ = ["NONE", "OWN", "Policy", "PolicyReading", "PolicyRemark", "WhyIgnored", "parse", "refused"]
