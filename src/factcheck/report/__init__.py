"""What was found, for people and for programs: one renderer a format, from Report to text."""
