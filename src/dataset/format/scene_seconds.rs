//! Writes scene durations into the text of a dataset; the rest of the text is unchanged.

use crate::dataset::diagnose::json_tree::{JsonContent, JsonField, JsonNode};

/// The text with a duration in seconds for each scene of its story, in order; `None` keeps the present one. None if the text
/// has no story.
pub fn with_scene_seconds(text: &str, seconds: &[Option<u32>]) -> Option<String> {
    let root = JsonNode::parse(text)?;
    let JsonContent::Items(scenes) = &find_field(&root, "story")?.value.content else { return None };
    let mut written = text.to_owned();
    // From the end, so that earlier byte ranges stay valid.
    for (scene, seconds) in scenes.iter().zip(seconds).rev() {
        let (Some(seconds), JsonContent::Fields(fields)) = (seconds, &scene.content) else { continue };
        match (find_field(scene, "seconds"), fields.last()) {
            (Some(seconds_field), _) => written.replace_range(seconds_field.value.span.clone(), &seconds.to_string()),
            (None, Some(last)) => written.insert_str(last.value.span.end, &format!(", \"seconds\": {seconds}")),
            (None, None) => written.insert_str(scene.span.start + 1, &format!("\"seconds\": {seconds}")),
        }
    }
    Some(written)
}

fn find_field<'n>(node: &'n JsonNode, name: &str) -> Option<&'n JsonField> {
    match &node.content {
        JsonContent::Fields(fields) => fields.iter().find(|field| field.name == name),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::with_scene_seconds;

    #[test]
    fn seconds_are_replaced_or_added_and_nothing_else_changes() {
        let text = "{\n \"story\": [ {\"seconds\" : 30, \"page\": \"output\"},\n  {\"page\": \"targets\" },{} ], \"id\": \"x\"}";
        let expected = "{\n \"story\": [ {\"seconds\" : 41, \"page\": \"output\"},\n  {\"page\": \"targets\", \"seconds\": 7 },{\"seconds\": 9} ], \"id\": \"x\"}";
        assert_eq!(with_scene_seconds(text, &[Some(41), Some(7), Some(9)]).unwrap(), expected);
        assert_eq!(with_scene_seconds(text, &[None, None, None]).unwrap(), text);
        assert_eq!(with_scene_seconds("{\"id\": \"x\"}", &[Some(1)]), None);
    }
}
