//! The website of the sample store.

use serde_json::{Value, json};

use super::embed;
use crate::problem::Refusal;
use crate::resources::Fields;
use crate::resources::records::Stored;
use crate::resources::work::Work;
use crate::sample::pictures::{self, Motif};

/// Fills it.
pub(crate) async fn fill(work: &mut Work<'_>) -> Result<(), Refusal> {
    let site = json!({
        "name": "Kunci & Nyckel", "tagline": "Keys, locks and what belongs to a door", "bannerOn": true,
        "bannerText": "Free shipping in Sweden from 50 euros", "popupOn": false, "popupTitle": "Stay in touch?",
        "popupText": "One letter a month, and ten per cent off the first order.", "look": "gallery", "letters": "serif",
        "accent": "#7A3B12",
        "logo": {"src": pictures::address(Motif::Key, 0), "alt": "A key"},
        "bannerPicture": {"src": pictures::address(Motif::Lamp, 1), "alt": "A lamp"},
        "popupPicture": {"src": pictures::address(Motif::Bell, 2), "alt": "A bell"},
    });
    if let (Some(mut record), Value::Object(change)) = (work.get("site", "site").await?, site) {
        record.fields.extend(change);
        work.save("site", &mut record).await?;
    }
    if let Some(mut record) = work.get("site-address", "site-address").await? {
        let address = json!({"domain": "shop.example.com", "url": "https://shop.example.com", "status": "unchecked"});
        record.fields.extend(address.as_object().cloned().unwrap_or_default());
        work.save("site-address", &mut record).await?;
    }
    embed::follow(work, None, None).await?;
    let mut pages: Vec<Stored> = PAGES
        .iter()
        .zip((0_i64..).map(|n| work.now.plus_millis(-(120 - 20 * n) * 86_400_000)))
        .map(
            |(&(title, address, published, in_menu, body, (motif, shows)), created)| {
                let fields: Fields = [
                    ("title", Value::from(title)),
                    ("address", address.into()),
                    ("published", published.into()),
                    ("inMenu", in_menu.into()),
                    ("body", body.into()),
                    ("picture", json!({"src": pictures::address(motif, 0), "alt": shows})),
                ]
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect();
                let mut page = Stored::new(fields, created);
                page.id.0 = format!("page-{address}");
                page
            },
        )
        .collect();
    work.add_all("pages", &mut pages).await
}

/// Title, address, whether it is published, whether it is in the menu, the text, and the picture with what it shows.
type Page = (
    &'static str,
    &'static str,
    bool,
    bool,
    &'static str,
    (Motif, &'static str),
);

const PAGES: &[Page] = &[
    (
        "About us",
        "about-us",
        true,
        true,
        "Two people and a workshop: Astrid in Visby and Budi in Semarang. One collects keys, the other knows who forges \
         them.",
        (Motif::Key, "A key"),
    ),
    (
        "Caring for brass",
        "caring-for-brass",
        true,
        false,
        "Brass wants to be touched. Where nobody touches it, a soft cloth and a little oil twice a year will do.",
        (Motif::Hook, "A brass hook"),
    ),
    (
        "Questions and answers",
        "questions-and-answers",
        true,
        true,
        "Can you copy a key from a picture? No, and nobody should.\n\nDo you open locks? Only those we sold.",
        (Motif::Padlock, "A padlock"),
    ),
    (
        "Visiting the workshop",
        "visiting-the-workshop",
        false,
        false,
        "Wednesdays at four, for six people at a time.",
        (Motif::Lamp, "A lamp"),
    ),
];
