//! The file format: what loads, what it becomes, and what is said about files that do not.

mod good;
