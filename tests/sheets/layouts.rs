//! Layouts that people use, each in a few rows.

use super::import_text;

/// The values planned and reported, in the order of their periods.
fn values(text: &str, flags: &[&str]) -> (Vec<String>, Vec<String>) {
    let figures = import_text(text.as_bytes(), flags).unwrap();
    let of = |is_plan| {
        let mut list: Vec<_> = figures.iter().filter(|figure| figure.is_plan == is_plan).collect();
        list.sort_by_key(|figure| (figure.subject.clone(), figure.period.clone()));
        list.iter().map(|figure| figure.value.clone()).collect()
    };
    (of(true), of(false))
}

fn refusal(text: &str, flags: &[&str]) -> (i32, String) {
    import_text(text.as_bytes(), flags).unwrap_err()
}

fn both(plans: &[&str], facts: &[&str]) -> (Vec<String>, Vec<String>) {
    let owned = |list: &[&str]| list.iter().map(|text| (*text).to_owned()).collect();
    (owned(plans), owned(facts))
}

#[test]
fn periods_may_be_columns_and_plan_and_fact_rows() {
    let sheet = "Region,,2023,2024\nNorth,Plan,100,110\nNorth,Fact,98,111\nSouth,Plan,50,60\nSouth,Fact,55,58\n";
    let flags = ["--map", "kind=B"];
    assert_eq!(values(sheet, &flags), both(&["100", "110", "50", "60"], &["98", "111", "55", "58"]));
}

#[test]
fn the_kind_may_stand_in_the_label_of_the_row() {
    let sheet = "Показатель;2023;2024\nВыпуск, план;100,5;110\nВыпуск, факт;98,2;111,4\n";
    assert_eq!(values(sheet, &[]), both(&["100.5", "110"], &["98.2", "111.4"]));
}

#[test]
fn an_empty_cell_of_an_upper_header_row_continues_its_neighbour() {
    let sheet = "Region,2023,,2024,\n,Plan,Fact,Plan,Fact\nNorth,100,98,110,111\nSouth,50,55,60,58\n";
    assert_eq!(values(sheet, &[]), both(&["100", "110", "50", "60"], &["98", "111", "55", "58"]));
}

#[test]
fn a_title_above_gives_metric_unit_and_year() {
    let sheet = "\"Milk produced in 2024, thousand tonnes\"\n\nRegion,Month,Plan,Fact\nNorth,January,10.5,11.2\nNorth,February,12.5,11.9\n";
    let figures = import_text(sheet.as_bytes(), &[]).unwrap();
    assert!(figures.iter().all(|figure| figure.metric.starts_with("Milk produced")), "{figures:?}");
    assert_eq!(values(sheet, &[]), both(&["10.5", "12.5"], &["11.2", "11.9"]));
}

#[test]
fn months_and_quarters_are_understood_in_three_languages() {
    for periods in [
        ["Jan-24", "Feb-24"],
        ["янв.24", "фев.24"],
        ["январь 2024", "февраль 2024"],
        ["2024 ж. қаңтар", "2024 ж. ақпан"],
        ["01.2024", "02.2024"],
        ["2024-01-31", "2024-02-29"],
        ["31.01.2024", "29.02.2024"],
        ["1/31/2024", "2/29/2024"],
        ["45292", "45323"],
    ] {
        let sheet = format!("Period;Plan;Fact\n{};10;11\n{};12;13\n", periods[0], periods[1]);
        let figures = import_text(sheet.as_bytes(), &[]).unwrap();
        let found: Vec<_> = figures.iter().filter(|figure| figure.is_plan).map(|figure| &*figure.period).collect();
        assert_eq!(found, ["2024-01-01/2024-01-31", "2024-02-01/2024-02-29"], "{periods:?}");
    }
    for quarter in ["2024-Q1", "Q1 2024", "1Q 2024", "I кв. 2024", "1-й квартал 2024 г.", "2024 ж. I тоқсан"]
    {
        let sheet = format!("Period;Plan;Fact\n{quarter};10;11\n");
        let figures = import_text(sheet.as_bytes(), &[]).unwrap();
        assert!(figures.iter().all(|figure| figure.period == "2024-01-01/2024-03-31"), "{quarter}: {figures:?}");
    }
    for range in ["январь–май 2024", "2024 ж. қаңтар-мамыр", "January-May 2024"] {
        let sheet = format!("Period;Plan;Fact\n{range};10;11\n");
        let figures = import_text(sheet.as_bytes(), &[]).unwrap();
        assert!(figures.iter().all(|figure| figure.period == "2024-01-01/2024-05-31"), "{range}: {figures:?}");
    }
}

#[test]
fn what_can_be_read_in_two_ways_is_asked_for_by_its_flag() {
    for (sheet, flag, answer) in [
        ("Period;Plan;Fact\n2024;1,234;1,111\n", "--decimal", ["--decimal", "point"]),
        ("Period,Plan,Fact\nQ1,10,11\n", "--year", ["--year", "2024"]),
        ("Region,Plan,Fact\nNorth,10,11\n", "--period", ["--period", "2024"]),
        ("Year,Plan,Fact\n2023/24,10,11\n", "--fiscal", ["--fiscal", "04"]),
        ("Date,Plan,Fact\n03/04/2024,10,11\n01/02/2024,10,11\n", "--dates", ["--dates", "mdy"]),
        ("Region,2023,2024\nNorth,10,11\n", "--map", ["--map", "fact=B"]),
    ] {
        let (exit, message) = refusal(sheet, &[]);
        assert_eq!(exit, 2, "{message}");
        assert!(message.contains(flag), "{message}");
        let answered = import_text(sheet.as_bytes(), &answer);
        assert!(answered.is_ok() || !answered.unwrap_err().1.contains(&message), "{sheet}");
    }
}

#[test]
fn what_is_wrong_is_named_with_its_cell() {
    for (sheet, part) in [
        ("Period,Plan,Fact\n2023,10,11\n2024,12,pending\n", "C3"),
        ("Period;Plan;Fact\n2023;1,5;2\n2024;1.5;3\n", "mixed"),
        ("Date,Plan,Fact\n13/04/2024,10,11\n04/13/2024,12,11\n", "order"),
        ("Period,Plan,Fact\n", "no table"),
        ("", "nothing"),
        ("Period,Plan,Fact\nsometime,10,11\n2024,12,11\n", "A2"),
        ("Period,Plan,Fact\n2024,10,11\n2024,10,12\n", "contradict"),
    ] {
        let (exit, message) = refusal(sheet, &[]);
        assert_eq!(exit, 1, "{message}");
        assert!(message.contains(part), "{message}");
    }
}

#[test]
fn a_dash_is_missing_and_never_zero() {
    let sheet = "Period,Plan,Fact\n2023,10,-\n2024,12,..\n2025,13,n/a\n2026,14,15\n";
    assert_eq!(values(sheet, &[]), both(&["10", "12", "13", "14"], &["15"]));
}

#[test]
fn a_wrong_guess_is_corrected_by_its_flag() {
    let sheet = "Year,Norm,Output\n2023,10,11\n2024,12,13\n";
    assert_eq!(refusal(sheet, &[]).0, 2);
    let flags = ["--map", "plan=Norm", "--map", "fact=C", "--metric", "Steel", "--subject", "Works", "--unit", "t"];
    let figures = import_text(sheet.as_bytes(), &flags).unwrap();
    assert!(figures.iter().all(|figure| figure.metric == "Steel" && figure.subject == "Works"), "{figures:?}");
    assert_eq!(values(sheet, &flags), both(&["10", "12"], &["11", "13"]));
}

#[test]
fn a_total_that_is_a_sum_is_left_out_and_another_stays() {
    let sum = "Region,Period,Plan,Fact\nNorth,2024,10,11\nSouth,2024,5,6\nTotal,2024,15,17\n";
    assert_eq!(values(sum, &[]), both(&["10", "5"], &["11", "6"]));
    let other = "Region,Period,Plan,Fact\nNorth,2024,10,11\nSouth,2024,5,6\nTotal,2024,16,17\n";
    assert_eq!(values(other, &[]), both(&["10", "5", "16"], &["11", "6", "17"]));
}
