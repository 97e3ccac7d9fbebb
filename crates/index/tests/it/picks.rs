//! What a front page offers: known answers, and the same each time.

use std::collections::BTreeSet;

use index::{Fields, Fitting};

use crate::Shelf;

/// Articles of these minutes, numbered from 1, the last of them the newest.
fn shelf(minutes: &[u32]) -> Shelf {
    let shelf = Shelf::empty();
    for (number, minutes) in (1..).zip(minutes) {
        shelf.put(number, &Fields::default());
        shelf.run(&format!("UPDATE article SET minutes = {minutes} WHERE number = {number}"));
    }
    shelf
}

#[test]
fn a_front_page_has_each_article_once() {
    let shelf = shelf(&[3, 20, 7, 8, 9, 4, 30, 10, 10, 2]);
    shelf.run(
        "UPDATE article SET progress = 0.5, read_at = 100 - number WHERE number IN (3, 4, 5);
         UPDATE article SET progress = 1 WHERE number = 8;
         UPDATE article SET bookmarked = 1 WHERE number IN (2, 4, 8, 9)",
    );
    let front = shelf.front(7, &[]).unwrap();
    assert_eq!(front.reading, [3, 4, 5], "the last read first");
    assert_eq!(front.bookmarks, [9, 2, 8], "what is read comes last, and what is above is not there again");
    assert_eq!(front.long, Some(7), "2 is among the bookmarks");
    assert!([1, 6, 10].contains(&front.short.unwrap()), "{front:?}");
    assert_eq!(shelf.front(7, &[]).unwrap(), front, "the same all day");
    let days: BTreeSet<_> = (0..40).map(|day| shelf.front(day, &[]).unwrap().short).collect();
    assert_eq!(days.len(), 3, "and another one on other days: {days:?}");

    let front = shelf.front(7, &[3, 10, 9, 6]).unwrap();
    assert_eq!((front.reading, front.bookmarks, front.short), (vec![4, 5], vec![2, 8], Some(1)));
    shelf.run("UPDATE article SET archived = 1 WHERE number <> 7; UPDATE article SET status = 'waiting'");
    let front = shelf.front(7, &[]).unwrap();
    assert_eq!((front.reading.len(), front.short, front.long), (0, None, None), "put away, or not here yet");
}

#[test]
fn time_is_filled_by_one_or_by_some() {
    let minutes = [2, 3, 4, 5, 5, 7, 8, 9, 10, 12, 14, 19, 20, 38, 41, 55, 90];
    let shelf = shelf(&minutes);
    let of = |number: &i64| minutes[usize::try_from(*number).unwrap() - 1];
    for time in [5, 10, 20, 40, 60] {
        let mut seen = BTreeSet::new();
        for seed in 0..12 {
            let Fitting { alone, together } = shelf.fitting(time, seed).unwrap();
            let alone = alone.unwrap_or_else(|| panic!("{time} minutes, {seed}"));
            assert!(of(&alone) <= time + 1 && of(&alone) * 5 >= time * 4, "{} of {time}", of(&alone));
            let sum: u32 = together.iter().map(of).sum();
            let whole = together.len() < 2 || (sum <= time + 1 && sum * 3 >= time * 2 - 2);
            assert!(
                whole && !together.contains(&alone) && together.len() != 1,
                "{sum} of {time}: {together:?}"
            );
            assert_eq!(together.iter().collect::<BTreeSet<_>>().len(), together.len());
            seen.insert((alone, together));
        }
        assert!(seen.len() > 1, "others are to be had for {time}: {seen:?}");
        assert!(seen.iter().any(|(_, together)| together.len() > 1), "{time}: {seen:?}");
    }
    assert_eq!(shelf.fitting(600, 0).unwrap(), Fitting::default(), "nothing takes as long");
    // Of one that was begun, what is left of it counts: 18 minutes of 90.
    shelf.run("UPDATE article SET progress = 0.8, read_at = 1 WHERE number = 17");
    assert_eq!(shelf.fitting(18, 0).unwrap().alone, Some(17));
}
