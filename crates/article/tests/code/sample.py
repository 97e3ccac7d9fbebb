#!/usr/bin/env python3
"""Doc
string"""
from os import path
@property
async def f(self, x: int = 3) -> str:
    # comment
    return f"{x!r} {path}" + r'\d' + str(None)
class A(Base): pass
print(len([1, 2.5e3, 0x1F]), True)
