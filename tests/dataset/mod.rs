//! The file format: what loads, what it becomes, and what is said about files that do not.

mod bad;
mod broken;
mod files;
mod good;
mod values;
