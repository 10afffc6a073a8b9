"""Verifies the DKIM signature of a mail, independently of the library that made it.

    dkim_verify.py NAME RECORD <mail

NAME is that of the DNS record, RECORD its text. Prints `pass` or `fail`.
"""

import sys

import dkim

name, record = sys.argv[1].encode() + b".", sys.argv[2].encode()
verified = dkim.verify(sys.stdin.buffer.read(), dnsfunc=lambda asked, timeout=5: record if asked == name else b"")
print("pass" if verified else "fail")
