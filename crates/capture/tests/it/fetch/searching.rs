//! A search for an address that passes the vetting and is connected to in a special range.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::{Arc, Mutex};
use std::{env, io};

use capture::fetch::{Connecting, Fetcher, Network, Options};

use super::{get, rows};

/// A range of `special.txt`.
pub(super) struct Range {
    base: u128,
    length: u32,
    width: u32,
}

pub(super) fn ranges() -> Vec<Range> {
    let read = |row: Vec<&str>| {
        let (base, length) = row[0].split_once('/').unwrap();
        let (base, width) = bits(base.parse().unwrap());
        Range { base, length: length.parse().unwrap(), width }
    };
    rows(include_str!("special.txt")).map(read).collect()
}

impl Range {
    fn holds(&self, ip: IpAddr) -> bool {
        let (bits, width) = bits(ip);
        width == self.width
            && bits.checked_shr(width - self.length) == self.base.checked_shr(width - self.length)
    }

    /// The first, the last and two between.
    pub(super) fn samples(&self) -> Vec<String> {
        let last =
            self.base | 1_u128.checked_shl(self.width - self.length).unwrap_or_default().wrapping_sub(1);
        let room = last - self.base;
        [0, room, room / 2, room / 3]
            .iter()
            .map(|more| ip(self.base + more, self.width).to_string())
            .collect()
    }
}

fn bits(ip: IpAddr) -> (u128, u32) {
    match ip {
        IpAddr::V4(ip) => (u32::from(ip).into(), 32),
        IpAddr::V6(ip) => (ip.into(), 128),
    }
}

fn ip(bits: u128, width: u32) -> IpAddr {
    if width == 32 { Ipv4Addr::from(bits as u32).into() } else { Ipv6Addr::from(bits).into() }
}

/// Numbers by a seed: xorshift, after Marsaglia.
#[derive(Clone)]
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % most
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }

    /// An address at or near the edge of a special range, or anywhere.
    fn ip(&mut self, ranges: &[Range]) -> IpAddr {
        let range = &ranges[self.below(ranges.len())];
        let most = if range.width == 32 { u32::MAX.into() } else { u128::MAX };
        let size = 1_u128.checked_shl(range.width - range.length).unwrap_or_default();
        let bits = match self.below(4) {
            0 => range.base.wrapping_sub(self.below(3) as u128),
            1 => range.base.wrapping_add(size).wrapping_sub(self.below(3) as u128),
            2 => range.base | ((self.below(usize::MAX) as u128) % size.max(1)),
            _ => (self.below(usize::MAX) as u128) << (range.width / 2) | self.below(1 << 30) as u128,
        };
        ip(bits & most, range.width)
    }

    /// An address of the web, in some dress.
    fn address(&mut self, ranges: &[Range]) -> String {
        let host = match (self.below(4), self.ip(ranges)) {
            (0, _) => "name.test".to_owned(),
            (_, IpAddr::V6(ip)) => format!("[{ip}]"),
            (1, IpAddr::V4(ip)) => u32::from(ip).to_string(),
            (2, IpAddr::V4(ip)) => format!("{:#x}", u32::from(ip)),
            (_, IpAddr::V4(ip)) => {
                let part = |part: u8| match self.below(4) {
                    0 => format!("{part:#x}"),
                    1 => format!("0{part:o}"),
                    _ => part.to_string(),
                };
                ip.octets().map(part).join(self.one(&[".", ".", "。", "%2e"]))
            }
        };
        let before = self.one(&["", "", "", "", "a@", "\t", "//"]);
        let after = self.one(&["", "", "", ".", ":8080", ":80", "?", "#@name.test", "\\@name.test"]);
        format!(
            "http:{}{before}{host}{after}{}",
            self.one(&["//", "//", "/", "", "\\\\"]),
            self.one(&["", "/", "/x"])
        )
    }
}

/// Names lead anywhere; what would be connected to is written down, and refuses.
#[derive(Clone)]
struct Anywhere(Arc<Mutex<(Chance, Vec<SocketAddr>)>>);

impl Network for Anywhere {
    fn resolve(&self, _: &str) -> io::Result<Vec<IpAddr>> {
        let chance = &mut self.0.lock().unwrap().0;
        Ok((0..=chance.below(2)).map(|_| chance.ip(&ranges())).collect())
    }

    fn connect(&self, to: SocketAddr) -> Connecting {
        self.0.lock().unwrap().1.push(to);
        Box::pin(async { Err(io::ErrorKind::ConnectionRefused.into()) })
    }
}

#[test]
fn nothing_is_connected_to_in_a_special_range() {
    let seed = env::var("OFFPRINT_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(20_261_125);
    let mut chance = Chance(seed);
    let network = Anywhere(Arc::new(Mutex::new((Chance(seed ^ 0x9e37_79b9), Vec::new()))));
    let fetcher = Fetcher::over(network.clone(), &Options::default()).unwrap();
    let ranges = ranges();
    let mut passed = 0;
    for _ in 0..20_000 {
        let address = chance.address(&ranges);
        let _ = get(&fetcher, &address);
        for to in std::mem::take(&mut network.0.lock().unwrap().1) {
            let special = ranges.iter().any(|range| range.holds(to.ip()));
            assert!(!special, "OFFPRINT_SEED={seed}: {address:?} led to {to}");
            passed += 1;
        }
    }
    assert!(passed > 1000, "the search found {passed} addresses that pass: too few to tell");
}
