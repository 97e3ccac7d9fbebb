fn main() {
    let a: Vec<String> = std::env::args().collect();
    let u = a.iter().position(|x| x == "--url").unwrap();
    let bytes = std::fs::read(a.last().unwrap()).unwrap();
    let e = capture::extract(&capture::Page { bytes: &bytes, url: &a[u + 1], charset: None }).unwrap();
    println!("{}", serde_json::to_string(&e).unwrap());
}
