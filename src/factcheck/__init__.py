"""factcheck, the numeric proofreader for newsrooms."""

__version__ = "0.1.0"
