//! A message read as a mail program reads it.

use mailparse::ParsedMail;

/// The message as it arrives, with the text and the page in it.
pub(crate) struct Read {
    pub(crate) raw: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) text: String,
    pub(crate) page: String,
}

impl Read {
    pub(crate) fn of(raw: Vec<u8>) -> Self {
        let parsed: ParsedMail<'_> = mailparse::parse_mail(&raw).expect("it is a message");
        assert_eq!(parsed.ctype.mimetype, "multipart/alternative");
        let part = |number: usize, kind: &str| {
            let part = parsed.subparts.get(number).expect("it has two parts");
            assert_eq!(part.ctype.mimetype, kind);
            assert_eq!(part.ctype.charset, "utf-8");
            part.get_body().expect("it can be read").replace("\r\n", "\n")
        };
        let (text, page) = (part(0, "text/plain"), part(1, "text/html"));
        let headers = parsed
            .headers
            .iter()
            .map(|header| (header.get_key(), header.get_value()))
            .collect();
        let raw = String::from_utf8(raw).expect("it is ASCII");
        Self {
            raw,
            headers,
            text,
            page,
        }
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        let mut found = self.headers.iter().filter(|(key, _)| key.eq_ignore_ascii_case(name));
        let value = found.next().map_or("", |(_, value)| value.as_str());
        assert!(found.next().is_none(), "{name} twice");
        value
    }
}
