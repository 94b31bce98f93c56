# Deliverables: the files made from the program.
