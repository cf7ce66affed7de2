//! The program in a real terminal: what it shows, and that it leaves the terminal as it found it.

mod ends;
mod frames;
mod ground;
mod hands;
mod notes;
mod session;
mod take_along;
mod talk;
