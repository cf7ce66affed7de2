//! The outline of a country, for the map.

use serde::Deserialize;

/// The outline of a country as closed rings.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    /// Rings of (degrees north, degrees east); the last point is joined to the first.
    pub rings: Vec<Vec<(f64, f64)>>,
}

#[derive(Deserialize)]
struct OutlineFile {
    rings: Vec<Vec<(f64, f64)>>,
}

impl Outline {
    /// Reads the bundled form: `{"rings": [[[east, north], …], …]}`.
    ///
    /// # Errors
    /// If the text does not have that form.
    pub fn read(text: &str) -> Result<Self, serde_json::Error> {
        let file: OutlineFile = serde_json::from_str(text)?;
        let turned = |ring: Vec<(f64, f64)>| ring.into_iter().map(|(east, north)| (north, east)).collect();
        Ok(Self { rings: file.rings.into_iter().map(turned).collect() })
    }

    /// Whether one of the points (degrees north, degrees east) lies within the bounding box.
    pub fn bounds_contain_any(&self, places: impl IntoIterator<Item = (f64, f64)>) -> bool {
        let all = || self.rings.iter().flatten();
        let north = (all().map(|p| p.0).fold(f64::MAX, f64::min), all().map(|p| p.0).fold(f64::MIN, f64::max));
        let east = (all().map(|p| p.1).fold(f64::MAX, f64::min), all().map(|p| p.1).fold(f64::MIN, f64::max));
        places.into_iter().any(|(n, e)| (north.0..=north.1).contains(&n) && (east.0..=east.1).contains(&e))
    }
}
