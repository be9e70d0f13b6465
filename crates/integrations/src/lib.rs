//! What is beyond the file, behind ports: printers.
