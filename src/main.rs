//! The program: the clock, the arguments, the exit code.
fn main() {}
