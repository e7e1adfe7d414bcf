// SPDX-License-Identifier: Apache-2.0
//! mrrc, in each of its ways: one record after another, rayon over files, batches parsed in parallel, its pipeline. Of its
//! settings those it comes with, and those that were seen to be best. `records` is ours, made of its parts: rayon over
//! records, each gone as soon as its title is known.

use std::fs;
use std::io::Read;
use std::path::PathBuf;

use marcato_peers::{Answer, Result, Way, serve};
use mrrc::boundary_scanner::RecordBoundaryScanner;
use mrrc::producer_consumer_pipeline::{PipelineConfig, ProducerConsumerPipeline};
use mrrc::rayon_parser_pool::parse_batch_parallel;
use mrrc::{MarcReader, Record};
use rayon::prelude::*;

fn main() {
    serve(&[
        (
            "sequential",
            Way::Files(|files| files.iter().map(sequential).sum()),
        ),
        (
            "rayon",
            Way::Files(|files| files.par_iter().map(sequential).sum()),
        ),
        ("chunks-1", Way::Files(|files| chunks(files, 1))),
        ("chunks-2", Way::Files(|files| chunks(files, 2))),
        ("chunks-4", Way::Files(|files| chunks(files, 4))),
        ("chunks-8", Way::Files(|files| chunks(files, 8))),
        (
            "batch",
            Way::Files(|files| files.iter().map(|file| batches(file, usize::MAX)).sum()),
        ),
        (
            "batches",
            Way::Files(|files| files.iter().map(|file| batches(file, 100)).sum()),
        ),
        (
            "pipeline",
            Way::Files(|files| files.iter().map(|file| pipeline(file, 512)).sum()),
        ),
        (
            "pipeline-128",
            Way::Files(|files| files.iter().map(|file| pipeline(file, 128)).sum()),
        ),
        (
            "records",
            Way::Files(|files| files.iter().map(records).sum()),
        ),
        (
            "memory-sequential",
            Way::Memory(|files| files.iter().map(|file| memory(file)).sum()),
        ),
        (
            "memory-rayon",
            Way::Memory(|files| files.par_iter().map(|file| memory(file)).sum()),
        ),
    ])
}

fn sequential(file: &PathBuf) -> Result<Answer> {
    titles(MarcReader::from_path(file)?)
}

fn memory(bytes: &[u8]) -> Result<Answer> {
    titles(MarcReader::new(bytes))
}

fn titles<R: Read>(mut reader: MarcReader<R>) -> Result<Answer> {
    let mut answer = Answer::default();
    while let Some(record) = reader.read_record()? {
        answer.add(title(&record));
    }
    Ok(answer)
}

fn chunks(files: &[PathBuf], size: usize) -> Result<Answer> {
    files
        .par_chunks(size)
        .map(|chunk| chunk.iter().map(sequential).sum::<Result<Answer>>())
        .sum()
}

fn batches(file: &PathBuf, size: usize) -> Result<Answer> {
    let bytes = fs::read(file)?;
    let mut answer = Answer::default();
    for batch in RecordBoundaryScanner::new().scan(&bytes)?.chunks(size) {
        for record in parse_batch_parallel(batch, &bytes)? {
            answer.add(title(&record));
        }
    }
    Ok(answer)
}

fn pipeline(file: &PathBuf, kilobytes: usize) -> Result<Answer> {
    let path = file.to_str().ok_or("not a name in UTF-8")?;
    let config = PipelineConfig {
        buffer_size: kilobytes << 10,
        ..PipelineConfig::default()
    };
    let mut answer = Answer::default();
    for record in ProducerConsumerPipeline::from_file(path, &config)?.into_iter() {
        answer.add(title(&record?));
    }
    Ok(answer)
}

fn records(file: &PathBuf) -> Result<Answer> {
    let bytes = fs::read(file)?;
    RecordBoundaryScanner::new()
        .scan(&bytes)?
        .par_iter()
        .map(|(start, size)| memory(&bytes[*start..start + size]))
        .sum()
}

fn title(record: &Record) -> &[u8] {
    record
        .get_field("245")
        .and_then(|field| field.get_subfield('a'))
        .map_or(b"", str::as_bytes)
}
