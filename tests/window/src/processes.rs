//! Processes, as /proc tells of them.

use std::collections::VecDeque;
use std::fs::{read, read_dir, read_to_string};
use std::process::{Command, Stdio};

/// The process and all that it started, itself first.
pub fn tree(root: u32) -> Vec<u32> {
    let pairs: Vec<(u32, u32)> = read_dir("/proc")
        .unwrap()
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter_map(|process: u32| Some((process, parent(process)?)))
        .collect();
    let mut found = vec![];
    let mut next = VecDeque::from([root]);
    while let Some(process) = next.pop_front() {
        found.push(process);
        next.extend(pairs.iter().filter(|(_, parent)| *parent == process).map(|(child, _)| *child));
    }
    found
}

/// A variable that the process was started with.
pub fn variable(process: u32, name: &str) -> Option<String> {
    let environment = read(format!("/proc/{process}/environ")).ok()?;
    let text = String::from_utf8_lossy(&environment).into_owned();
    text.split('\0').find_map(|variable| Some(variable.strip_prefix(name)?.strip_prefix('=')?.to_owned()))
}

/// Proportional set size in KiB of the process and all that it started: pages that several share count once.
pub fn pss(root: u32) -> u64 {
    tree(root)
        .iter()
        .filter_map(|process| read_to_string(format!("/proc/{process}/smaps_rollup")).ok())
        .filter_map(|rollup| {
            let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
            line.trim().trim_end_matches(" kB").parse::<u64>().ok()
        })
        .sum()
}

/// The most memory in KiB that the process itself had until now; 0 of one that has ended.
pub fn peak(process: u32) -> u64 {
    let status = read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse().unwrap_or_default()
}

/// When the process started, in Unix milliseconds, to 10 ms.
pub fn started(process: u32) -> f64 {
    let stat = read_to_string(format!("/proc/{process}/stat")).unwrap();
    // The 22nd field, counted from the first after the name as the third.
    let ticks: f64 = stat.rsplit(')').next().unwrap().split_whitespace().nth(19).unwrap().parse().unwrap();
    let uptime: f64 = read_to_string("/proc/uptime").unwrap().split(' ').next().unwrap().parse().unwrap();
    let now = std::time::UNIX_EPOCH.elapsed().unwrap().as_secs_f64();
    (now - uptime) * 1e3 + ticks * 10.0
}

/// Ends the process and all that it started.
pub fn end(root: u32) {
    let processes: Vec<String> = tree(root).iter().map(u32::to_string).collect();
    // The shell's own kill: the program of that name is not on every machine.
    let _ = Command::new("sh")
        .args(["-c", "kill -KILL \"$@\"", "sh"])
        .args(processes)
        .stderr(Stdio::null())
        .status();
}

fn parent(process: u32) -> Option<u32> {
    let stat = read_to_string(format!("/proc/{process}/stat")).ok()?;
    // After the name, which may hold brackets itself: the state, then the parent.
    stat.rsplit(')').next()?.split_whitespace().nth(1)?.parse().ok()
}
