//! Keys, options, pages and formats are said once: the README, the help and the program agree.

mod keys;
mod readme;
mod settings;
