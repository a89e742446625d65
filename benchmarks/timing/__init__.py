"""What speed is measured by: processes and their cost, made-up texts, other linters, a table for each measure."""
