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
    def short_address(self) -> str:
        """The address without what names a household: /24 of IPv4, /48 of IPv6; "" when it is none."""
        try:
            address = ipaddress.ip_address(self.address)
        except ValueError:
            return ""
        address = getattr(address, "ipv4_mapped", None) or address
        bits = 24 if address.version == 4 else 48  # noqa: PLR2004 - the version of the protocol
        return str(ipaddress.ip_network((address, bits), strict=False))

    @property
    def short_device(self) -> str:
        """The device's name as the list of devices shows it."""
        printable = "".join(letter for letter in self.device if letter.isprintable())
        return printable[:_MOST_DEVICE_LETTERS] or "unknown"
