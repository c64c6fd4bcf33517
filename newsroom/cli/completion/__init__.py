"""Completion in a shell: what a command line may go on with, without the weight of the command line itself."""
