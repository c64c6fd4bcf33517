"""The command line: parse, ask, call the desk, print. Nothing below it prints, asks or exits."""
