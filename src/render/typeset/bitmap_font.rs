//! The font of large text: 8 by 8 dots for each character, read from an asset that names its origin. How characters are set
//! in lines is in `large_text`.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The dots of a character: the top row in the highest byte, the leftmost dot in its highest bit.
pub(crate) fn glyph(character: char) -> Option<u64> {
    static GLYPHS: LazyLock<HashMap<char, u64>> =
        LazyLock::new(|| blocks().flat_map(|(characters, dots)| characters.chars().map(move |c| (c, dots))).collect());
    GLYPHS.get(&character).copied()
}

/// Each block of the asset: the characters that share a glyph, and its dots.
fn blocks() -> impl Iterator<Item = (&'static str, u64)> {
    let font = include_str!("../../../assets/large-text-font.txt");
    font.split("\n\n").skip(1).filter_map(|block| block.split_once('\n')).map(|(characters, rows)| {
        let dots = rows.lines().flat_map(str::chars).fold(0, |dots, dot| dots << 1 | u64::from(dot == '#'));
        (characters, dots)
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_character_has_one_glyph_and_every_glyph_appears_once() {
        let characters: String = blocks().map(|(characters, _)| characters).collect();
        assert_eq!(characters.chars().collect::<HashSet<_>>().len(), characters.chars().count());
        assert_eq!(blocks().map(|(_, dots)| dots).collect::<HashSet<_>>().len(), blocks().count());
        assert_eq!(glyph('A'), Some(0x183c_6666_7e66_6600));
    }
}
