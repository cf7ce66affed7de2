//! The bundled file reads without a problem.

/// The bundled dataset, as text.
const BUNDLED: &str = include_str!("../../assets/kazakhstan-motor.json");

#[test]
fn the_bundled_file_loads_without_a_problem() {
    let problems = planfact::dataset::load(BUNDLED).err().unwrap_or_default();
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(told, Vec::<String>::new());
}
