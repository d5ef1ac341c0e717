"""Where a request comes from, as much of it as is kept."""

import ipaddress
from dataclasses import dataclass
from typing import Final

_MOST_DEVICE_LETTERS: Final = 120


@dataclass(frozen=True, slots=True)
class Caller:
    """`address` is the whole network address, for limits; `device` what the program calls itself."""

    address: str = ""
    device: str = ""

    @property
    def counted_address(self) -> str:
        """What limits count: the address, but all of an IPv6 /64, of which every household has 2^64 addresses."""
        return _network(self.address, 32, 64) or self.address

    @property
    def short_address(self) -> str:
        """The address without what names a household: /24 of IPv4, /48 of IPv6; "" when it is none."""
        return _network(self.address, 24, 48)

    @property
    def short_device(self) -> str:
        """The device's name as the list of devices shows it."""
        printable = "".join(letter for letter in self.device if letter.isprintable())
        return printable[:_MOST_DEVICE_LETTERS] or "unknown"


def _network(text: str, bits_v4: int, bits_v6: int) -> str:
    """The network an address is in; "" when it is no address."""
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return ""
    address = getattr(address, "ipv4_mapped", None) or address
    bits = bits_v4 if isinstance(address, ipaddress.IPv4Address) else bits_v6
    return str(ipaddress.ip_network((address, bits), strict=False))
