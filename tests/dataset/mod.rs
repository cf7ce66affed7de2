//! The file format: valid files, their records, and the problems of invalid files.

mod bad;
mod broken;
mod files;
mod good;
mod value_words;
mod values;
