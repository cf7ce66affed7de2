//! Lines of input, whatever bytes they hold.

use std::io::{self, BufRead};

/// The lines without their ends; bytes that are not UTF-8 become U+FFFD, so that one slip of an encoding ends nothing.
pub(crate) fn lines(input: impl BufRead) -> impl Iterator<Item = io::Result<String>> {
    input.split(b'\n').map(|line| {
        let line = line?;
        Ok(String::from_utf8_lossy(line.strip_suffix(b"\r").unwrap_or(&line)).into_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_not_utf8_are_replaced_and_the_next_line_is_read() {
        let read: Vec<String> = lines(&b"1\r\n/\xcf\xd2\nq"[..]).map(Result::unwrap).collect();
        assert_eq!(read, ["1", "/\u{fffd}\u{fffd}", "q"]);
    }
}
