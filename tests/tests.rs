//! Tests.
mod dataset;
