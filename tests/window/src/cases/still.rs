//! Once an article is painted, nothing in it moves: whatever comes later, or does not come, has had its room.

use std::fs;

use serde_json::json;
use window_tests::beside;
use window_tests::home::Home;
use window_tests::reader::Start;
use window_tests::screen::Screen;

use super::Case;

pub(super) const CASES: &[Case] = &[
    ("nothing_moves_once_it_is_painted_at_a_desk", |screen| still(screen, 1280, 800)),
    ("nothing_moves_once_it_is_painted_on_a_phone", |screen| still(screen, 390, 844)),
];

const TITLE: &str = "Pictures of every kind";

/// Looks at every block in each frame, from the first painted one on, while all of the article is scrolled past; gives those
/// that ever lay elsewhere, or were larger or smaller.
const WATCH: &str = "
const [title] = arguments;
const frame = () => new Promise(requestAnimationFrame);
const link = await until(() => shelved().find((each) => each.innerText.includes(title)));
link.click();
await until(() => document.querySelector('article h1')?.innerText === title && document.querySelector('article [data-block]'));
const text = document.querySelector('article .text');
const names = new Map();
const look = () => {
  const from = text.getBoundingClientRect();
  return [...text.children].map((each, index) => {
    const { left, top, width, height } = each.getBoundingClientRect();
    return [`${index}`, [left - from.left, top - from.top, width, height].map((number) => Math.round(number * 2) / 2).join(' ')];
  });
};
// The second frame after it was put in place is the first that is seen.
await frame(); await frame();
// What lies below those that are laid out later is out of sight, and is told from then on.
const blocks = () => {
  const far = [...text.children].findIndex((each) => each.classList.contains('far'));
  return look().filter(([name]) => far < 0 || parseInt(name) < far);
};
// Less than a pixel is a matter of rounding.
const differs = (was, now) => { const is = now.split(' '); return was.split(' ').some((number, at) => Math.abs(number - is[at]) > 1); };
const first = {};
const moved = {};
const began = performance.now();
let [at, past] = [0, Infinity];
for (const [name, box] of blocks()) first[name] = box;
const waits = () => [...text.querySelectorAll('img')].some((image) => !image.complete);
// Once past all of it, what came last is looked at for some frames more.
while (performance.now() - began < 24_000 && (waits() || performance.now() < past + 300)) {
  await frame();
  for (const [name, box] of blocks()) if (differs((first[name] ??= box), box)) moved[name] ??= `${first[name]} became ${box} after ${Math.round(performance.now() - began)} ms: ${text.children[parseInt(name)].outerHTML.slice(0, 160)}`;
  // The first window is looked at for a while, then all of it.
  if (performance.now() - began < 500) continue;
  at += 120;
  if (at >= document.documentElement.scrollHeight) [at, past] = [0, Math.min(past, performance.now())];
  scrollTo({ top: at, behavior: 'instant' });
}
const late = [...text.querySelectorAll('img')].filter((image) => !image.complete).map((image) => image.alt);
const beside = [...text.querySelectorAll('.twin.second')].map((each) => each.getBoundingClientRect().top === each.previousElementSibling.getBoundingClientRect().top);
return { beside, moved: Object.entries(moved).slice(0, 6), count: Object.keys(first).length, late, passed: past < Infinity };
";

fn still(screen: &Screen, width: u32, height: u32) {
    let home = pictures();
    let reader = Start::new(screen, &home).open();
    reader.resize(width, height);
    reader.shelf();
    let seen = reader.run_async(WATCH, json!([TITLE]));
    assert!(seen["count"].as_u64().unwrap() > 30, "{seen}");
    assert_eq!(seen["moved"], json!([]));
    assert_eq!(seen["beside"], json!([true, true]), "figures that follow each other stand beside each other");
    assert_eq!(seen["late"], json!([]), "not all had come");
    assert_eq!(seen["passed"], json!(true), "all of it was scrolled past");
    // What comes in a player's place, sooner or later, is as large as that was.
    let swapped = reader.run(
        "return [...document.querySelectorAll('figure:is(.sound, .video)')].map((figure) => {
           const box = figure.querySelector('.player');
           const player = Object.assign(document.createElement(figure.className === 'sound' ? 'audio' : 'video'), { controls: true });
           if (box.style.getPropertyValue('--ratio')) Object.assign(player, { width: 900, height: 600 });
           const is = figure.getBoundingClientRect().height;
           box.replaceWith(player);
           return [figure.className, Math.abs(figure.getBoundingClientRect().height - is) < 1];
         })",
        json!([]),
    );
    assert_eq!(swapped, json!([["sound", true], ["video", true], ["video", true]]));
}

/// A library with an article that has every kind of picture, and such as never come.
fn pictures() -> Home {
    let home = Home::new();
    let folder = home.library();
    let plates = beside("../../articles/eight-plates");
    for name in ["sunflower.svg", "pendulums.svg", "dragon.svg", "tile-a.svg", "unfolding.webm"] {
        fs::copy(plates.join(name), folder.join(name)).unwrap();
    }
    let colour = image::RgbImage::from_fn(900, 600, |x, y| image::Rgb([x as u8, y as u8, 128]));
    colour.save(folder.join("wide.png")).unwrap();
    image::imageops::resize(&colour, 120, 90, image::imageops::FilterType::Nearest)
        .save(folder.join("small.png"))
        .unwrap();
    image::imageops::resize(&colour, 300, 700, image::imageops::FilterType::Nearest)
        .save(folder.join("high.jpg"))
        .unwrap();
    // Its beginning says how large it is, and then it ends.
    let whole = fs::read(folder.join("wide.png")).unwrap();
    fs::write(folder.join("cut.png"), &whole[..60]).unwrap();
    fs::write(folder.join("broken.png"), b"no picture at all").unwrap();
    fs::write(
        folder.join("odd.svg"),
        b"<svg xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"9\" height=\"9\"/></svg>",
    )
    .unwrap();
    fs::write(
        folder.join("horn.wav"),
        [
            b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x80\x3e\0\0\x02\0\x10\0data"
                .as_slice(),
            &[0; 64],
        ]
        .concat(),
    )
    .unwrap();
    let parts = [
        "![Large](wide.png \"A caption\")",
        "![A drawing](sunflower.svg \"Drawn\")",
        "![High](high.jpg)",
        "![Small](small.png \"A small one\")",
        "![Cut short](cut.png \"It ends too early\")",
        "![Broken](broken.png \"It is none\")",
        "![A drawing without a size](odd.svg)",
        "![Absent](nowhere.png \"It was never saved\")",
        "![Horn](horn.wav \"A sound\")",
        "[![A film](wide.png \"With a poster\")](unfolding.webm)",
        "![A film](unfolding.webm \"Without a poster\")",
        "Words with ![a tile](tile-a.svg) and ![one that is broken](broken.png) and ![one that is not there](gone.png) among them.",
        "![One](wide.png \"One of three\")\n\n![Two](small.png \"Two of three\")\n\n![Three](pendulums.svg \"Three of three\")",
        "![Four](dragon.svg)\n\n![Five](broken.png \"Of a pair\")",
        "<figure><img src=\"wide.png\" alt=\"Raw\"><figcaption>Raw</figcaption></figure>",
    ];
    let text: String = parts.iter().map(|part| format!("Some words before it.\n\n{part}\n\n")).collect();
    fs::write(folder.join("pictures.md"), format!("# {TITLE}\n\n{text}\nThe end.\n")).unwrap();
    fs::write(folder.join("other.md"), "# Another\n\nWords.\n").unwrap();
    home
}
