//! From pairs to groups. Articles that pairs lead to from one another are a crowd, and are looked at together; in a group
//! each is the same as each other, so that nothing is offered because it is like something that is like it.

use std::collections::HashMap;

/// Articles that pairs lead to from one another.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Crowd {
    /// Their numbers, in order.
    pub(super) members: Vec<usize>,
    pub(super) pairs: Vec<(usize, usize)>,
}

/// Articles that are looked at together, at most: their texts are all held meanwhile.
const TOGETHER: usize = 1000;
/// Articles of a group, at most: where there are more, the others are another group.
const MOST: usize = 50;

impl Crowd {
    /// Itself, or where it is too large, its neighbours together.
    pub(super) fn parts(&self) -> impl Iterator<Item = Crowd> + '_ {
        self.members.chunks(TOGETHER).map(|members| {
            let is_in = |member: &usize| members.binary_search(member).is_ok();
            let pairs = self.pairs.iter().filter(|(one, other)| is_in(one) && is_in(other));
            Crowd { members: members.to_vec(), pairs: pairs.copied().collect() }
        })
    }
}

/// The crowds that these pairs make, by their first members.
pub(super) fn crowds(pairs: &[(usize, usize)]) -> Vec<Crowd> {
    // By each number another one of the same crowd, or the number itself (union-find).
    let mut above: HashMap<usize, usize> = HashMap::new();
    for (one, other) in pairs {
        let (one, other) = (top(&mut above, *one), top(&mut above, *other));
        above.insert(one.max(other), one.min(other));
    }
    let mut crowds: HashMap<usize, Crowd> = HashMap::new();
    for pair in pairs {
        let crowd = crowds.entry(top(&mut above, pair.0)).or_default();
        crowd.pairs.push(*pair);
        crowd.members.extend([pair.0, pair.1]);
    }
    let mut crowds: Vec<Crowd> = crowds.into_values().collect();
    for Crowd { members, pairs } in &mut crowds {
        members.sort_unstable();
        members.dedup();
        pairs.sort_unstable();
        pairs.dedup();
    }
    crowds.sort_unstable_by_key(|crowd| crowd.members.first().copied());
    crowds
}

/// The first of a crowd; what is passed on the way leads there at once from then on.
fn top(above: &mut HashMap<usize, usize>, number: usize) -> usize {
    let mut first = number;
    while let Some(next) = above.get(&first).filter(|next| **next != first) {
        first = *next;
    }
    let mut at = number;
    while at != first {
        at = above.insert(at, first).unwrap_or(first);
    }
    first
}

/// The groups of two and more that these pairs make; the closest pairs come together first.
pub(super) fn grouped(
    pairs: &[(usize, usize)],
    is_same: impl Fn(usize, usize) -> bool,
    how_close: impl Fn(usize, usize) -> f64,
) -> Vec<Vec<usize>> {
    let same = pairs.iter().filter(|(one, other)| is_same(*one, *other));
    let mut same: Vec<(f64, usize, usize)> =
        same.map(|(one, other)| (how_close(*one, *other), *one, *other)).collect();
    same.sort_by(|one, other| other.0.total_cmp(&one.0));
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut group_of: HashMap<usize, usize> = HashMap::new();
    for (_, one, other) in same {
        let [one, other] = [one, other].map(|member| {
            *group_of.entry(member).or_insert_with(|| {
                groups.push(vec![member]);
                groups.len() - 1
            })
        });
        if one == other
            || groups[one].len() + groups[other].len() > MOST
            || !groups[one].iter().all(|one| groups[other].iter().all(|other| is_same(*one, *other)))
        {
            continue;
        }
        let moved = std::mem::take(&mut groups[other]);
        group_of.extend(moved.iter().map(|member| (*member, one)));
        groups[one].extend(moved);
    }
    groups.retain(|group| group.len() > 1);
    groups.iter_mut().for_each(|group| group.sort_unstable());
    groups.sort_unstable();
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_make_crowds() {
        let crowds = crowds(&[(5, 6), (1, 2), (2, 9), (6, 5), (8, 9), (1, 2)]);
        let members: Vec<&[usize]> = crowds.iter().map(|crowd| &crowd.members[..]).collect();
        assert_eq!(members, [&[1, 2, 8, 9][..], &[5, 6]]);
        assert_eq!(crowds[0].pairs, [(1, 2), (2, 9), (8, 9)]);
    }

    #[test]
    fn a_large_crowd_comes_in_parts_and_in_many_groups() {
        let pairs: Vec<(usize, usize)> = (0..2500).map(|at| (at, at + 1)).collect();
        let crowd = crowds(&pairs).remove(0);
        let parts: Vec<Crowd> = crowd.parts().collect();
        assert_eq!(parts.iter().map(|part| part.members.len()).collect::<Vec<_>>(), [1000, 1000, 501]);
        let groups = grouped(&parts[0].pairs, |_, _| true, |_, _| 1.0);
        assert!(groups.iter().all(|group| group.len() <= MOST), "{}", groups.len());
        assert_eq!(groups.iter().map(Vec::len).sum::<usize>(), 1000);
    }

    #[test]
    fn each_of_a_group_is_the_same_as_each_other() {
        // 1 is like 2, which is like 3, which is not like 1.
        let is_same = |one: usize, other: usize| one.abs_diff(other) <= 10;
        let close = |one: usize, other: usize| -(one.abs_diff(other) as f64);
        let pairs = [(10, 20), (20, 26), (26, 28), (40, 90)];
        assert_eq!(grouped(&pairs, is_same, close), [[20, 26, 28]]);
    }
}
