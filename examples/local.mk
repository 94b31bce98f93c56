# Albums that a user can run.
