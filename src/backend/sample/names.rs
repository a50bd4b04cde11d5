//! What people are called and where they live, half of them in Sweden and half in Indonesia.

use serde_json::{Value, json};

use super::dice::Dice;

/// A country whose people buy here.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Land {
    Sweden,
    Indonesia,
}

const SWEDISH_GIVEN: &[&str] = &[
    "Anna", "Elin", "Maja", "Astrid", "Ebba", "Karin", "Linnéa", "Sofia", "Ingrid", "Saga", "Alva", "Åsa", "Birgitta",
    "Hanna", "Klara", "Märta", "Tuva", "Vera", "Signe", "Frida", "Erik", "Lars", "Nils", "Oskar", "Gustav", "Björn",
    "Axel", "Hugo", "Olof", "Sven", "Anders", "Mattias", "Göran", "Henrik", "Jonas", "Viktor", "Emil", "Isak",
    "Melker", "Sixten",
];

const SWEDISH_FAMILY: &[&str] = &[
    "Andersson",
    "Johansson",
    "Karlsson",
    "Nilsson",
    "Eriksson",
    "Larsson",
    "Olsson",
    "Persson",
    "Svensson",
    "Gustafsson",
    "Lindberg",
    "Lindqvist",
    "Bergström",
    "Sandberg",
    "Forsberg",
    "Sjöberg",
    "Wallin",
    "Engström",
    "Danielsson",
    "Lundgren",
    "Björk",
    "Bergqvist",
    "Nyström",
    "Holmberg",
    "Ström",
    "Åberg",
    "Ekman",
    "Hedlund",
    "Sundin",
    "Öberg",
    "Norén",
    "Blomqvist",
    "Hallberg",
    "Söderström",
    "Dahlberg",
    "Falk",
    "Lilja",
    "Rosén",
    "Sköld",
    "Ahlgren",
];

const INDONESIAN_GIVEN: &[&str] = &[
    "Siti", "Dewi", "Putri", "Ayu", "Rina", "Wulan", "Ratna", "Intan", "Kartika", "Lestari", "Melati", "Nadia",
    "Fitri", "Sari", "Indah", "Yuliana", "Citra", "Anisa", "Bunga", "Maya", "Budi", "Agus", "Rizky", "Adi", "Dimas",
    "Eko", "Bayu", "Hendra", "Joko", "Arif", "Fajar", "Galih", "Irfan", "Made", "Wayan", "Ketut", "Nyoman", "Yusuf",
    "Reza", "Teguh",
];

const INDONESIAN_FAMILY: &[&str] = &[
    "Santoso",
    "Wijaya",
    "Pratama",
    "Setiawan",
    "Nugroho",
    "Hidayat",
    "Saputra",
    "Kusuma",
    "Wibowo",
    "Gunawan",
    "Susanto",
    "Hartono",
    "Suryani",
    "Rahayu",
    "Anggraini",
    "Wulandari",
    "Permata",
    "Maharani",
    "Utami",
    "Handayani",
    "Siregar",
    "Nasution",
    "Lubis",
    "Simanjuntak",
    "Sihombing",
    "Ginting",
    "Tanuwijaya",
    "Halim",
    "Salim",
    "Kurniawan",
    "Firmansyah",
    "Ramadhan",
    "Maulana",
    "Syahputra",
    "Purnomo",
    "Sudarmono",
    "Widodo",
    "Yulianto",
    "Prasetyo",
    "Adinata",
];

/// City, the first digits of its postcodes, region.
type Place = (&'static str, &'static str, &'static str);

const SWEDISH_PLACES: &[Place] = &[
    ("Stockholm", "11", "Stockholm"),
    ("Göteborg", "41", "Västra Götaland"),
    ("Malmö", "21", "Skåne"),
    ("Uppsala", "75", "Uppsala"),
    ("Lund", "22", "Skåne"),
    ("Linköping", "58", "Östergötland"),
    ("Örebro", "70", "Örebro"),
    ("Umeå", "90", "Västerbotten"),
    ("Visby", "62", "Gotland"),
    ("Kalmar", "39", "Kalmar"),
    ("Falun", "79", "Dalarna"),
    ("Östersund", "83", "Jämtland"),
];

const INDONESIAN_PLACES: &[Place] = &[
    ("Jakarta Selatan", "12", "DKI Jakarta"),
    ("Jakarta Pusat", "10", "DKI Jakarta"),
    ("Bandung", "40", "Jawa Barat"),
    ("Yogyakarta", "55", "DI Yogyakarta"),
    ("Surabaya", "60", "Jawa Timur"),
    ("Semarang", "50", "Jawa Tengah"),
    ("Denpasar", "80", "Bali"),
    ("Medan", "20", "Sumatera Utara"),
    ("Makassar", "90", "Sulawesi Selatan"),
    ("Malang", "65", "Jawa Timur"),
    ("Bogor", "16", "Jawa Barat"),
    ("Padang", "25", "Sumatera Barat"),
];

const SWEDISH_STREETS: &[&str] = &[
    "Storgatan",
    "Drottninggatan",
    "Kungsgatan",
    "Skolgatan",
    "Björkvägen",
    "Nyckelgränd",
    "Kyrkogatan",
    "Hamngatan",
    "Lindvägen",
    "Smedjegatan",
    "Ringvägen",
    "Parkgatan",
    "Tallstigen",
    "Ängsvägen",
    "Västra Esplanaden",
    "Bokgatan",
];

const INDONESIAN_STREETS: &[&str] = &[
    "Jalan Merdeka",
    "Jalan Diponegoro",
    "Jalan Sudirman",
    "Jalan Malioboro",
    "Jalan Kartini",
    "Jalan Melati",
    "Jalan Anggrek",
    "Jalan Gatot Subroto",
    "Jalan Ahmad Yani",
    "Jalan Cendana",
    "Jalan Pahlawan",
    "Jalan Kenanga",
    "Jalan Teuku Umar",
    "Jalan Imam Bonjol",
    "Jalan Mawar",
    "Jalan Gajah Mada",
];

impl Land {
    /// The language of its people.
    pub(super) const fn language(self) -> &'static str {
        match self {
            Self::Sweden => "sv",
            Self::Indonesia => "id",
        }
    }

    /// Somebody's name.
    pub(super) fn name(self, dice: &mut Dice) -> String {
        let (given, family) = match self {
            Self::Sweden => (SWEDISH_GIVEN, SWEDISH_FAMILY),
            Self::Indonesia => (INDONESIAN_GIVEN, INDONESIAN_FAMILY),
        };
        format!("{} {}", dice.pick(given), dice.pick(family))
    }

    /// Where somebody of this name lives.
    pub(super) fn address(self, name: &str, dice: &mut Dice) -> Value {
        let number = dice.within(1, 98);
        let (street, postcode, place, country) = match self {
            Self::Sweden => {
                let place = dice.pick(SWEDISH_PLACES);
                let postcode = format!("{}{} {}", place.1, dice.digits(1), dice.digits(2));
                (
                    format!("{} {number}", dice.pick(SWEDISH_STREETS)),
                    postcode,
                    place,
                    "SE",
                )
            }
            Self::Indonesia => {
                let place = dice.pick(INDONESIAN_PLACES);
                let postcode = format!("{}{}", place.1, dice.digits(3));
                (
                    format!("{} No. {number}", dice.pick(INDONESIAN_STREETS)),
                    postcode,
                    place,
                    "ID",
                )
            }
        };
        json!({"name": name, "street": street, "postcode": postcode, "city": place.0, "region": place.2, "country": country})
    }

    /// A telephone number that rings nowhere. In Sweden 070-174 06 05 to 99 are kept for books and films; in Indonesia
    /// no such numbers are, but none goes on with four zeros.
    pub(super) fn phone(self, dice: &mut Dice) -> String {
        match self {
            Self::Sweden => format!("+46 70 174 06 {:02}", dice.within(5, 99)),
            Self::Indonesia => format!("+62 812 0000 {}", dice.digits(4)),
        }
    }
}

/// The part of an address before the `@`.
pub(super) fn mailbox(name: &str) -> String {
    name.to_lowercase()
        .chars()
        .map(|letter| match letter {
            'å' | 'ä' => 'a',
            'ö' => 'o',
            'é' => 'e',
            ' ' => '.',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_makes_an_address_to_write_to() {
        for name in [SWEDISH_GIVEN, SWEDISH_FAMILY, INDONESIAN_GIVEN, INDONESIAN_FAMILY].concat() {
            let mailbox = mailbox(name);
            assert!(mailbox.bytes().all(|byte| byte.is_ascii_lowercase()), "{mailbox}");
        }
        assert_eq!(mailbox("Linnéa Öberg"), "linnea.oberg");
    }
}
