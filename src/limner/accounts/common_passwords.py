"""Passwords that guessers try first, told by what is left when the decoration is taken off."""

import re
from typing import Final

_DISGUISES: Final = str.maketrans(
    {"@": "a", "4": "a", "3": "e", "1": "i", "!": "i", "0": "o", "$": "s", "5": "s", "7": "t"}
)
_SHORTEST_PATTERN: Final = 4

_NUMBERS: Final = ("01234567890123456789", "98765432109876543210", "12345678910", "1234512345", "11223344556677889900")

_WORDS: Final = frozenset(
    """
    password passw passwort motdepasse contrasena senha parola parool heslo sifre secret secreto changeme letmein
    welcome willkommen bienvenue administrator admin root superuser default guest temp test testing user username
    login qwerty qwertyuiop qwertz qwertzuiop azerty azertyuiop asdf asdfgh asdfghjkl zxcvbn zxcvbnm qweasd
    qweasdzxc qazwsx qazwsxedc poiuytrewq lkjhgfdsa mnbvcxz abcd abcde abcdef abcdefg abcdefgh abcdefghij abcabc
    aaaa iloveyou ilovemyself loveyou lovelove mylove ichliebedich jetaime teamo tequiero sweetheart darling honey
    princess sunshine butterfly rainbow flower chocolate cookie cupcake angel forever friends family mother mommy
    daddy baby football baseball basketball soccer hockey superman batman spiderman pokemon starwars minecraft
    fortnite dragon monkey shadow master monster killer hunter ranger tigger tiger panther dolphin elephant
    unicorn charlie michael jordan jennifer jessica ashley nicole daniel thomas andrew joshua matthew robert
    william anthony summer winter spring autumn january february march april june july august september october
    november december monday tuesday wednesday thursday friday saturday sunday london paris berlin liverpool
    arsenal chelsea barcelona computer internet google facebook samsung iphone microsoft windows whatever trustno
    nothing freedom hello helloworld christmas happybirthday birthday jesus jesuschrist blessed access pass
    passport dropbox linkedin mustang corvette ferrari porsche mercedes harley limner limnerlimner portrait
    picture photo photos
    """.split()  # noqa: SIM905 - a list of 200 quoted words is harder to read
)
"""The context's own words (limner, portrait, photo) stand at the end."""


def is_common(password: str) -> bool:
    """Whether the password is a well-known word with digits or signs around it, or a short pattern repeated."""
    plain = password.casefold().replace(" ", "")
    if len(_repeated(plain)) < _SHORTEST_PATTERN or any(plain in numbers for numbers in _NUMBERS):
        return True
    bare = re.sub(r"^[\W\d_]+|[\W\d_]+$", "", plain)
    return any(_repeated(core) in _WORDS for core in (bare, bare.translate(_DISGUISES), plain.translate(_DISGUISES)))


def _repeated(text: str) -> str:
    """The shortest text that, repeated, gives this one."""
    return text[: (text + text).find(text, 1)] if text else text
