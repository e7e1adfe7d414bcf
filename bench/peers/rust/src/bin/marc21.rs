// SPDX-License-Identifier: Apache-2.0
//! marc21-rs: its reader, which checks every record and ends at the first that is not sound.

use std::fs::File;
use std::path::PathBuf;

use marc21::io::{ByteRecordsIter, MarcReadOptions, MarcReader};
use marc21::{ByteRecord, Field, Path};
use marcato_peers::{Answer, Result, Way, serve};

fn main() {
    serve(&[
        ("reader", Way::Files(|files| files.iter().map(reader).sum())),
        ("path", Way::Files(|files| files.iter().map(path).sum())),
        (
            "memory",
            Way::Memory(|files| files.iter().map(|file| memory(file)).sum()),
        ),
    ])
}

fn reader(file: &PathBuf) -> Result<Answer> {
    let mut reader = MarcReader::new(File::open(file)?, MarcReadOptions::default());
    let mut answer = Answer::default();
    while let Some(record) = reader.next_byte_record() {
        answer.add(title(&record.map_err(|e| e.to_string())?));
    }
    Ok(answer)
}

fn path(file: &PathBuf) -> Result<Answer> {
    let title = Path::new("245/*{ a }").map_err(|e| e.to_string())?;
    let options = Default::default();
    let mut reader = MarcReader::new(File::open(file)?, MarcReadOptions::default());
    let mut answer = Answer::default();
    while let Some(record) = reader.next_byte_record() {
        let value = record.map_err(|e| e.to_string())?.first(&title, &options);
        answer.add(value.as_ref().map_or(b"", |v| v.as_ref()));
    }
    Ok(answer)
}

fn memory(bytes: &[u8]) -> Result<Answer> {
    let mut answer = Answer::default();
    for record in bytes.split_inclusive(|b| *b == 0x1d) {
        answer.add(title(
            &ByteRecord::from_bytes(&record).map_err(|e| e.to_string())?,
        ));
    }
    Ok(answer)
}

fn title<'a>(record: &ByteRecord<'a>) -> &'a [u8] {
    for field in record.fields() {
        if let Field::Data(field) = field
            && field.tag() == "245"
        {
            return field
                .subfields()
                .find(|s| *s.code() == b'a')
                .map_or(b"", |s| s.value());
        }
    }
    b""
}
