//! Which IP addresses are no part of the public web.
//!
//! After IANA's registries of special-purpose addresses for IPv4 and IPv6 (RFC 6890 and what updated it), and those
//! where clouds tell a machine its secrets. Of IPv6 only what is given out as global unicast (2000::/3) is public.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::error::Code;

/// What an address is set aside for. The words follow "is".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Loopback,
    Private,
    LinkLocal,
    Shared,
    Metadata,
    Nat64,
    Embedded,
    Tunnel,
    Multicast,
    Documentation,
    Benchmarking,
    Service,
    Reserved,
}

impl Kind {
    /// What it is, to follow "is".
    pub(crate) fn words(self) -> &'static str {
        match self {
            Kind::Loopback => "this device itself",
            Kind::Private => "an address of a private network",
            Kind::LinkLocal => "an address of the nearest network only",
            Kind::Shared => "an address inside a provider's network",
            Kind::Metadata => "where a cloud keeps the secrets of its machines",
            Kind::Nat64 => "a translation of another address (NAT64)",
            Kind::Embedded => "an IPv4 address in the dress of an IPv6 address",
            Kind::Tunnel => "an address of a tunnel (6to4, Teredo or ISATAP)",
            Kind::Multicast => "an address of many devices at once",
            Kind::Documentation => "an address for examples in documents",
            Kind::Benchmarking => "an address for measurements of networks",
            Kind::Service => "an address for the services of the internet itself",
            Kind::Reserved => "an address that is reserved",
        }
    }

    /// [`Code::OwnNetwork`] where the reader's switch allows it.
    pub(crate) fn code(self) -> Code {
        match self {
            Kind::Loopback | Kind::Private | Kind::LinkLocal | Kind::Shared | Kind::Nat64 => Code::OwnNetwork,
            _ => Code::NotPublic,
        }
    }
}

/// Why `address` is not fetched from; `None` where it may be. With `own_network` the reader's own is allowed.
pub(crate) fn refused(address: IpAddr, own_network: bool) -> Option<Kind> {
    let kind = kind(address)?;
    if !own_network || kind.code() != Code::OwnNetwork {
        return Some(kind);
    }
    match (kind, address) {
        // What it is translated to is judged: the translator may reach what this device may not.
        (Kind::Nat64, IpAddr::V6(address)) => refused(IpAddr::V4(last_four(address)), own_network),
        _ => None,
    }
}

/// What `address` is set aside for; `None` where it is public.
pub(crate) fn kind(address: IpAddr) -> Option<Kind> {
    match address {
        IpAddr::V4(address) => {
            let bits = u128::from(u32::from(address));
            V4.iter()
                .find(|(base, length, _)| within(bits, u32::from(*base).into(), 32, *length))
                .map(|r| r.2)
        }
        IpAddr::V6(address) => {
            let bits = u128::from(address);
            let named = V6.iter().find(|(base, length, _)| within(bits, (*base).into(), 128, *length));
            let isatap = address.segments()[4] & !0x0200 == 0 && address.segments()[5] == 0x5efe;
            match named {
                Some((_, _, kind)) => Some(*kind),
                None if bits >> 125 != 1 => Some(Kind::Reserved),
                None if isatap => Some(Kind::Tunnel),
                None => None,
            }
        }
    }
}

fn within(bits: u128, base: u128, width: u32, length: u32) -> bool {
    length == 0 || bits >> (width - length) == base >> (width - length)
}

fn last_four(address: Ipv6Addr) -> Ipv4Addr {
    let [.., a, b, c, d] = address.octets();
    Ipv4Addr::new(a, b, c, d)
}

const fn v4(a: u8, b: u8, c: u8, d: u8) -> Ipv4Addr {
    Ipv4Addr::new(a, b, c, d)
}

const fn v6(a: u16, b: u16, c: u16, d: u16) -> Ipv6Addr {
    Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0)
}

/// Base, length of the prefix, kind. The first that holds counts.
const V4: &[(Ipv4Addr, u32, Kind)] = &[
    // Where clouds answer: most; Amazon's containers and pods; Alibaba; Azure, in a public range; Oracle.
    (v4(169, 254, 169, 254), 32, Kind::Metadata),
    (v4(169, 254, 170, 2), 32, Kind::Metadata),
    (v4(169, 254, 170, 23), 32, Kind::Metadata),
    (v4(100, 100, 100, 200), 32, Kind::Metadata),
    (v4(168, 63, 129, 16), 32, Kind::Metadata),
    (v4(192, 0, 0, 192), 32, Kind::Metadata),
    (v4(0, 0, 0, 0), 8, Kind::Reserved),
    (v4(10, 0, 0, 0), 8, Kind::Private),
    (v4(100, 64, 0, 0), 10, Kind::Shared),
    (v4(127, 0, 0, 0), 8, Kind::Loopback),
    (v4(169, 254, 0, 0), 16, Kind::LinkLocal),
    (v4(172, 16, 0, 0), 12, Kind::Private),
    (v4(192, 0, 0, 0), 24, Kind::Service),
    (v4(192, 0, 2, 0), 24, Kind::Documentation),
    (v4(192, 31, 196, 0), 24, Kind::Service),
    (v4(192, 52, 193, 0), 24, Kind::Service),
    (v4(192, 88, 99, 0), 24, Kind::Tunnel),
    (v4(192, 168, 0, 0), 16, Kind::Private),
    (v4(192, 175, 48, 0), 24, Kind::Service),
    (v4(198, 18, 0, 0), 15, Kind::Benchmarking),
    (v4(198, 51, 100, 0), 24, Kind::Documentation),
    (v4(203, 0, 113, 0), 24, Kind::Documentation),
    (v4(224, 0, 0, 0), 4, Kind::Multicast),
    (v4(240, 0, 0, 0), 4, Kind::Reserved),
];

const V6: &[(Ipv6Addr, u32, Kind)] = &[
    // Amazon's, its pods', Google's.
    (Ipv6Addr::new(0xfd00, 0xec2, 0, 0, 0, 0, 0, 0x254), 128, Kind::Metadata),
    (Ipv6Addr::new(0xfd00, 0xec2, 0, 0, 0, 0, 0, 0x23), 128, Kind::Metadata),
    (Ipv6Addr::new(0xfd20, 0xce, 0, 0, 0, 0, 0, 0x254), 128, Kind::Metadata),
    (Ipv6Addr::UNSPECIFIED, 128, Kind::Reserved),
    (Ipv6Addr::LOCALHOST, 128, Kind::Loopback),
    // IPv4-compatible, -mapped and -translated (RFC 4291, RFC 2765).
    (v6(0, 0, 0, 0), 96, Kind::Embedded),
    (Ipv6Addr::new(0, 0, 0, 0, 0, 0xffff, 0, 0), 96, Kind::Embedded),
    (Ipv6Addr::new(0, 0, 0, 0, 0xffff, 0, 0, 0), 96, Kind::Embedded),
    (v6(0x64, 0xff9b, 0, 0), 96, Kind::Nat64),
    // A network's own choice of where the IPv4 address stands in it (RFC 8215): it can't be judged.
    (v6(0x64, 0xff9b, 1, 0), 48, Kind::Embedded),
    (v6(0x100, 0, 0, 0), 64, Kind::Reserved),
    (v6(0x2001, 0, 0, 0), 32, Kind::Tunnel),
    (v6(0x2001, 2, 0, 0), 48, Kind::Benchmarking),
    (v6(0x2001, 0xdb8, 0, 0), 32, Kind::Documentation),
    (v6(0x2001, 0, 0, 0), 23, Kind::Service),
    (v6(0x2002, 0, 0, 0), 16, Kind::Tunnel),
    (v6(0x2620, 0x4f, 0x8000, 0), 48, Kind::Service),
    (v6(0x3fff, 0, 0, 0), 20, Kind::Documentation),
    (v6(0xfc00, 0, 0, 0), 7, Kind::Private),
    (v6(0xfe80, 0, 0, 0), 10, Kind::LinkLocal),
    (v6(0xfec0, 0, 0, 0), 10, Kind::Private),
    (v6(0xff00, 0, 0, 0), 8, Kind::Multicast),
];
