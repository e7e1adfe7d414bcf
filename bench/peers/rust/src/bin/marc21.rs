// SPDX-License-Identifier: Apache-2.0
//! marc21-rs: its reader, which checks every record and ends at the first that is not sound.

use std::fs::{self, File};
use std::path::PathBuf;

use marc21::io::{ByteRecordsIter, MarcReadOptions, MarcReader};
use marc21::{ByteRecord, Field};
use marcato_peers::{Answer, Result, Way, serve};

fn main() {
    serve(&[
        ("reader", Way::Files(|files| files.iter().map(reader).sum())),
        ("whole", Way::Files(|files| files.iter().map(whole).sum())),
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

/// Without its reader: the whole file is read, and cut here.
fn whole(file: &PathBuf) -> Result<Answer> {
    let bytes = fs::read(file)?;
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
