//! Files that load, and the records that they become.

use planfact::dataset::{load, records::Dataset};

fn example() -> Dataset {
    load(include_str!("../fixtures/good/example.json")).expect("the example loads")
}

#[test]
fn the_example_loads() {
    let dataset = example();
    assert_eq!(dataset.targets.len(), 5);
    assert_eq!(dataset.index.actuals.len(), 2);
}
