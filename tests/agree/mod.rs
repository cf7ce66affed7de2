//! The README, the help and the program agree about keys, options, pages and formats.

mod command_line;
mod contributing;
mod keys;
mod readme;
mod settings;
mod settings_file;
