//! The bundled dataset: what it must say, and that it says it soundly.

mod sound;
