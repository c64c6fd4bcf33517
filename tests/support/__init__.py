"""What tests share: a newsroom in a folder, the command line in a process, the texts of the interface."""
