//! The website of the sample store.

use serde_json::{Value, json};

use crate::problem::Refusal;
use crate::resources::Fields;
use crate::resources::records::Stored;
use crate::resources::work::Work;

/// Fills it.
pub(crate) async fn fill(work: &mut Work<'_>) -> Result<(), Refusal> {
    let site = json!({
        "name": "Kunci & Nyckel", "tagline": "Keys, locks and what belongs to a door", "bannerOn": true,
        "bannerText": "Free shipping in Sweden from 50 euros", "popupOn": false, "popupTitle": "Stay in touch?",
        "popupText": "One letter a month, and ten per cent off the first order.", "look": "gallery", "letters": "serif",
        "accent": "#7A3B12",
    });
    if let (Some(mut record), Value::Object(change)) = (work.get("site", "site").await?, site) {
        record.fields.extend(change);
        work.save("site", &mut record).await?;
    }
    let mut pages: Vec<Stored> = PAGES
        .iter()
        .zip((0_i64..).map(|n| work.now.plus_millis(-(120 - 20 * n) * 86_400_000)))
        .map(|(&(title, address, published, in_menu, body), created)| {
            let fields: Fields = [
                ("title", Value::from(title)),
                ("address", address.into()),
                ("published", published.into()),
                ("inMenu", in_menu.into()),
                ("body", body.into()),
            ]
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
            let mut page = Stored::new(fields, created);
            page.id.0 = format!("page-{address}");
            page
        })
        .collect();
    work.add_all("pages", &mut pages).await
}

/// Title, address, whether it is published, whether it is in the menu, and the text.
type Page = (&'static str, &'static str, bool, bool, &'static str);

const PAGES: &[Page] = &[
    (
        "About us",
        "about-us",
        true,
        true,
        "Two people and a workshop: Astrid in Visby and Budi in Semarang. One collects keys, the other knows who forges \
         them.",
    ),
    (
        "Caring for brass",
        "caring-for-brass",
        true,
        false,
        "Brass wants to be touched. Where nobody touches it, a soft cloth and a little oil twice a year will do.",
    ),
    (
        "Questions and answers",
        "questions-and-answers",
        true,
        true,
        "Can you copy a key from a picture? No, and nobody should.\n\nDo you open locks? Only those we sold.",
    ),
    (
        "Visiting the workshop",
        "visiting-the-workshop",
        false,
        false,
        "Wednesdays at four, for six people at a time.",
    ),
];
