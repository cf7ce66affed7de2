//! The JSON Schema of the format, generated from the raw types. Test only: the program carries the schema as
//! `assets/planfact.schema.json`, which the test compares. `BLESS=1 cargo test` rewrites it.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::dataset::format::raw_records::RawDataset;
use crate::dataset::format::raw_values::{
    ID_PATTERN, RawRecord, RawScalar, RawString, RawText, RawTranslations, RawWords,
};

macro_rules! leaf {
    ($leaf:ty, $name:literal, $schema:expr) => {
        impl JsonSchema for $leaf {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let schema: fn(&mut SchemaGenerator) -> Schema = $schema;
                schema(generator)
            }
        }
    };
}
leaf!(RawString<'_>, "string", |_| json_schema!({"type": "string", "maxLength": 10_000}));
leaf!(RawScalar<'_>, "written", |_| json_schema!({"type": ["string", "number"]}));
leaf!(RawWords<'_>, "words", |generator| {
    let text = generator.subschema_for::<RawText<'_>>();
    json_schema!({"type": "object", "additionalProperties": text, "propertyNames": {"pattern": ID_PATTERN}})
});

impl JsonSchema for RawText<'_> {
    fn schema_name() -> Cow<'static, str> {
        "text".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (one, by_language) =
            (generator.subschema_for::<RawString<'_>>(), generator.subschema_for::<RawTranslations<'_>>());
        json_schema!({"description": "A text, or the same text by language.", "anyOf": [one, by_language]})
    }
}

impl<T: JsonSchema> JsonSchema for RawRecord<T> {
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

#[cfg(test)]
#[test]
fn the_schema_file_matches_the_types() {
    let mut schema = schemars::schema_for!(RawDataset<'_>);
    schema.insert("title".to_owned(), "planfact dataset".into());
    let made = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/planfact.schema.json"), &made).unwrap();
    }
    assert_eq!(made, crate::dataset::SCHEMA, "run BLESS=1 cargo test, and read what changed");
}
