"""Tables of other programs, there and back: workbooks and delimited text, read without trusting them."""
