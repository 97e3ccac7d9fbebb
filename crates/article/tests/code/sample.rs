#![allow(dead_code)]
//! Docs.
use std::collections::HashMap;
#[derive(Debug, Clone)]
pub struct Point<'a, T: Copy> { x: f64, name: &'a str, t: [T; 4] }
impl<'a> Point<'a, u8> {
    /* block /* nested */ */
    fn new(name: &'a str) -> Self { Self { x: 1.0e-3, name, t: [0xff; 4] } }
}
const MAX: usize = 1_000;
fn main() {
    let c = '\n'; let d = 'x'; let r = r#"raw "x""#; let b = b"\x00";
    println!("{} {c}", MAX); // end
    for i in 0..10 { vec.iter().map(|x| x as u32 + i).collect::<Vec<_>>(); }
    match x { Some(v) if v != 3 => v, None => 0, _ => unreachable!() }
}
