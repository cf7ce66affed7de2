//! The outline of a country, for the map: rings of places in degrees.

use serde::Deserialize;

/// Closed rings of places.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    /// Each ring: (degrees north, degrees east), the last place joined to the first.
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
    /// Where the text is not of that form.
    pub fn read(text: &str) -> Result<Self, serde_json::Error> {
        let file: OutlineFile = serde_json::from_str(text)?;
        let turned = |ring: Vec<(f64, f64)>| ring.into_iter().map(|(east, north)| (north, east)).collect();
        Ok(Self { rings: file.rings.into_iter().map(turned).collect() })
    }

    /// Whether any of the places lies within the box around the outline.
    #[must_use]
    pub fn bounds_contain_any(&self, places: impl IntoIterator<Item = (f64, f64)>) -> bool {
        let all = || self.rings.iter().flatten();
        let north = (all().map(|p| p.0).fold(f64::MAX, f64::min), all().map(|p| p.0).fold(f64::MIN, f64::max));
        let east = (all().map(|p| p.1).fold(f64::MAX, f64::min), all().map(|p| p.1).fold(f64::MIN, f64::max));
        places.into_iter().any(|(n, e)| (north.0..=north.1).contains(&n) && (east.0..=east.1).contains(&e))
    }
}
