//! Newsletters of the sample store.

use latchkey_permissions::Time;
use serde_json::{Value, json};

use super::DAY;

const HOUR: i64 = 3_600_000;

/// A newsletter.
pub(super) struct Newsletter {
    /// How many days ago it was written.
    pub(super) days_ago: i64,
    subject: &'static str,
    preheader: &'static str,
    pub(super) audience: &'static str,
    body: &'static str,
    /// How many of those who would get it today there were when it was sent, of a hundred; none where it is a draft.
    sent: Option<u64>,
}

impl Newsletter {
    /// Its fields; `reached` is how many would get it today.
    pub(super) fn fields(&self, now: Time, reached: u64) -> Value {
        let mut fields = json!({
            "subject": self.subject, "preheader": self.preheader, "audience": self.audience, "body": self.body,
            "status": "draft",
        });
        if let Some(percent) = self.sent {
            let sent = now.plus_millis(-self.days_ago * DAY + 2 * HOUR);
            fields["status"] = "sent".into();
            fields["sentAt"] = sent.to_string().into();
            fields["recipients"] = (reached * percent / 100).into();
        }
        fields
    }
}

/// All of them.
pub(super) const ALL: &[Newsletter] = &[
    Newsletter {
        days_ago: 132,
        subject: "Padlocks that like salt water",
        preheader: "For boats, sheds and summer houses",
        audience: "everyone",
        body: "Hello,\n\nsummer is short, and rust is quick. We have tried eleven padlocks on a jetty in Nynäshamn for a \
               year; four of them still open as on the first day.\n\nThose are the four we sell.",
        sent: Some(62),
    },
    Newsletter {
        days_ago: 96,
        subject: "A key for every door in Kota Tua",
        preheader: "How Pak Hendra forges our joglo keys",
        audience: "everyone",
        body: "Hello,\n\nPak Hendra has forged keys in Semarang for forty years. We visited him with a camera.\n\nHis keys \
               are in the store from today; each is a little different.",
        sent: Some(71),
    },
    Newsletter {
        days_ago: 61,
        subject: "Is your first lock still a plan?",
        preheader: "10 per cent off with WELCOME10",
        audience: "newcomers",
        body: "Hello,\n\nyou said that you want to hear from us, and then you heard little. Here is a beginning: WELCOME10 \
               takes ten per cent off your first order.",
        sent: Some(80),
    },
    Newsletter {
        days_ago: 33,
        subject: "Darker evenings, warmer lamps",
        preheader: "Pendants of brass and rattan",
        audience: "everyone",
        body: "Hello,\n\nthe new pendant lamps are here. They are made in Småland and in Yogyakarta, and they hang well \
               beside each other.",
        sent: Some(90),
    },
    Newsletter {
        days_ago: 9,
        subject: "Batik weeks",
        preheader: "15 per cent off everything woven, with BATIK15",
        audience: "buyers",
        body: "Hello,\n\nfor three weeks everything woven is a little cheaper. The code is BATIK15.\n\nThe indigo runners \
               are few: there were eleven when this was written.",
        sent: Some(97),
    },
    Newsletter {
        days_ago: 3,
        subject: "Gifts that open something",
        preheader: "Gift cards, and what fits into a small box",
        audience: "everyone",
        body: "Hello,\n\nsome people have everything, but nobody has enough hooks.",
        sent: None,
    },
    Newsletter {
        days_ago: 1,
        subject: "Thank you for your year with us",
        preheader: "And a look at what comes next",
        audience: "buyers",
        body: "Hello,\n\nyou have opened a great many doors this year. Here is what we plan for the next one.",
        sent: None,
    },
];
