# The album's timeline, and the program that follows it.
