//! Workbooks made for a test.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{own_folder, planfact};

/// A workbook of one sheet with these cells, as XML.
fn workbook(cells: &str) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let parts = [
        (
            "[Content_Types].xml",
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#.to_owned(),
        ),
        (
            "_rels/.rels",
            format!(
                r#"<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                r#"<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                r#"<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!(r#"<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>"#),
        ),
    ];
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive
            .start_file(name, SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored))
            .unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

const HEADERS: &str = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>Year</t></is></c><c r="B1" t="inlineStr"><is><t>Plan</t></is></c><c r="C1" t="inlineStr"><is><t>Fact</t></is></c></row>"#;

fn message(cells: &str) -> (Option<i32>, String) {
    let sheet = own_folder().join("book.xlsx");
    std::fs::write(&sheet, workbook(cells)).unwrap();
    let output = planfact(&["import", sheet.to_str().unwrap()]);
    (output.status.code(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
}

#[test]
fn two_cells_far_apart_do_not_fill_the_memory() {
    let far = r#"<row r="2"><c r="A2"><v>2024</v></c><c r="B2"><v>10</v></c></row><row r="1048576"><c r="XFD1048576"><v>11</v></c></row>"#;
    let (exit, message) = message(&format!("{HEADERS}{far}"));
    assert_eq!(exit, Some(1), "{message}");
    assert!(message.contains("more than planfact reads"), "{message}");
}

#[test]
fn a_formula_without_a_stored_result_is_named_where_it_is_needed() {
    let formula = r#"<row r="2"><c r="A2"><v>2024</v></c><c r="B2"><v>10</v></c><c r="C2"><f>B2*2</f></c></row>"#;
    let (exit, text) = message(&format!("{HEADERS}{formula}"));
    assert_eq!(exit, Some(1), "{text}");
    assert!(text.contains("C2") && text.contains("formula"), "{text}");
    let stored = formula.replace("</f>", "</f><v>20</v>");
    let (exit, text) = message(&format!("{HEADERS}{stored}"));
    assert_eq!(exit, Some(0), "{text}");
    assert!(text.contains("planned 1, reported 1"), "{text}");
}
