// SPDX-License-Identifier: Apache-2.0
//! What every worker does, whatever it reads with: it is told a way to read and the files, and answers how many records
//! they had, the checksum of their titles, and how long it took.
//!
//! With arguments (a way, files) it does so once. Without, it reads requests from standard input, one a line, their parts
//! parted by tabs, and answers each with a line: `ok`, records, checksum, nanoseconds; or `no` and the reason.

use std::error::Error;
use std::fs;
use std::io::{self, BufRead, Write};
use std::iter::Sum;
use std::path::{Path, PathBuf};
use std::time::Instant;

pub type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

/// How many records were read, and the sum of the CRC-32 of each title: the same in every language, and in every order.
#[derive(Clone, Copy, Default)]
pub struct Answer {
    pub records: u64,
    pub checksum: u64,
}

impl Answer {
    pub fn add(&mut self, title: &[u8]) {
        self.records += 1;
        self.checksum = self.checksum.wrapping_add(crc32fast::hash(title).into());
    }
}

impl Sum for Answer {
    fn sum<I: Iterator<Item = Answer>>(parts: I) -> Answer {
        parts.fold(Answer::default(), |all, part| Answer {
            records: all.records + part.records,
            checksum: all.checksum.wrapping_add(part.checksum),
        })
    }
}

/// A way to read.
#[derive(Clone, Copy)]
pub enum Way {
    /// The clock runs while files are opened and read.
    Files(fn(&[PathBuf]) -> Result<Answer>),
    /// The files are in memory before the clock starts.
    Memory(fn(&[Vec<u8>]) -> Result<Answer>),
}

pub fn serve(ways: &[(&str, Way)]) {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if !arguments.is_empty() {
        println!("{}", answer(ways, &arguments));
        return;
    }
    for line in io::stdin().lock().lines() {
        let request: Vec<String> = line
            .expect("standard input")
            .split('\t')
            .map(str::to_owned)
            .collect();
        println!("{}", answer(ways, &request));
        io::stdout().flush().expect("standard output");
    }
}

fn answer(ways: &[(&str, Way)], request: &[String]) -> String {
    match run(ways, request) {
        Ok((answer, nanos)) => format!("ok\t{}\t{}\t{nanos}", answer.records, answer.checksum),
        Err(error) => format!("no\t{}", error.to_string().replace(['\t', '\n'], " ")),
    }
}

fn run(ways: &[(&str, Way)], request: &[String]) -> Result<(Answer, u128)> {
    let (name, paths) = request.split_first().ok_or("no way is named")?;
    let (_, way) = ways
        .iter()
        .find(|(known, _)| known == name)
        .ok_or(format!("no way is called {name}"))?;
    let files = files(paths)?;
    match way {
        Way::Files(read) => timed(|| read(&files)),
        Way::Memory(read) => {
            let contents = files.iter().map(fs::read).collect::<io::Result<Vec<_>>>()?;
            timed(|| read(&contents))
        }
    }
}

fn timed(read: impl FnOnce() -> Result<Answer>) -> Result<(Answer, u128)> {
    let start = Instant::now();
    let answer = read()?;
    Ok((answer, start.elapsed().as_nanos()))
}

/// The files named; a folder stands for the files in it.
fn files(paths: &[String]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths.iter().map(Path::new) {
        if path.is_dir() {
            for entry in fs::read_dir(path)? {
                files.push(entry?.path());
            }
        } else {
            files.push(path.to_owned());
        }
    }
    files.sort();
    Ok(files)
}
