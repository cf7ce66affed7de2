//! The program in a pseudo-terminal: what it shows, and that it restores the terminal.

mod background;
mod exit;
mod export;
mod frames;
mod input;
mod notes;
mod replies;
mod session;
mod talk;
