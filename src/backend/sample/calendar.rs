//! When people buy: more on some days of the week, after payday, in the week of Black Friday and before Christmas, and
//! in the evening.

use latchkey_permissions::Time;

use super::dice::{Dice, Wheel};

/// How many days of trade the sample store looks back on.
pub(super) const DAYS: i64 = 180;

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
pub(super) const DAY: i64 = 24 * HOUR;

/// Orders by the hour of the day, in UTC.
const HOURS: [u64; 24] = [
    2, 1, 1, 1, 2, 4, 8, 14, 20, 24, 26, 30, 32, 28, 26, 26, 28, 34, 42, 48, 44, 32, 18, 8,
];

/// Orders by the day of the week, Monday first.
const WEEKDAYS: [u64; 7] = [110, 96, 92, 98, 104, 82, 124];

/// The days of trade up to one moment.
pub(super) struct Calendar {
    now: i64,
    first_day: i64,
    days: Wheel,
    hours: Wheel,
}

impl Calendar {
    /// The days up to `now`.
    pub(super) fn until(now: Time) -> Self {
        let today = now.millis().div_euclid(DAY);
        let first_day = today - DAYS;
        let days = (first_day..=today).map(|day| {
            let weight = weight(day, day - first_day) * 1_000;
            // Of today only as much as has passed.
            let passed = (now.millis() - day * DAY).clamp(0, DAY);
            weight * u64::try_from(passed * 100 / DAY).unwrap_or(0)
        });
        Self {
            now: now.millis(),
            first_day,
            days: Wheel::new(days),
            hours: Wheel::new(HOURS.into_iter()),
        }
    }

    /// A moment at which somebody bought something.
    pub(super) fn moment(&self, dice: &mut Dice) -> Time {
        let day = self.first_day + i64::try_from(self.days.turn(dice)).unwrap_or(0);
        let hour = i64::try_from(self.hours.turn(dice)).unwrap_or(0);
        let moment = day * DAY + hour * HOUR + dice.within(0, 3_599) * 1_000;
        let first = self.now - DAYS * DAY;
        // What would lie outside, this evening for example, is spread over today so far, or the first day.
        Time::from_millis(if moment > self.now {
            dice.within((day * DAY).max(first), self.now)
        } else if moment < first {
            dice.within(first, (day + 1) * DAY - 1)
        } else {
            moment
        })
    }

    /// So many moments, the earliest first.
    pub(super) fn moments(&self, count: usize, dice: &mut Dice) -> Vec<Time> {
        let mut moments: Vec<_> = (0..count).map(|_| self.moment(dice)).collect();
        moments.sort_unstable();
        moments
    }
}

/// How much is bought on this day since 1970, the `age`th of the store's days.
fn weight(day: i64, age: i64) -> u64 {
    let date = Date::of(day);
    let weekday = WEEKDAYS[date.weekday];
    let season = match (date.month, date.day) {
        // The first days after wages are paid.
        (_, 25..=27) => 125,
        (12, 1..=18) => 190,
        (12, 19..=31) => 80,
        // Half of Sweden is at the lake.
        (7, _) => 78,
        (11, _) => 115,
        _ => 100,
    };
    let sale = match day - black_friday(date.year) {
        0 => 420,
        -4..=-1 => 170,
        1..=2 => 230,
        3 => 300,
        _ => 100,
    };
    // The store grows by half over the time.
    let growth = 100 + u64::try_from(age.max(0)).unwrap_or(0) * 50 / 180;
    weekday * season * sale * growth / 1_000_000
}

/// Whether the prices of Black Friday hold on this day since 1970.
pub(super) fn is_sale(moment: Time) -> bool {
    let day = moment.millis().div_euclid(DAY);
    (-4..=3).contains(&(day - black_friday(Date::of(day).year)))
}

/// The day since 1970 that follows the fourth Thursday of November.
fn black_friday(year: i64) -> i64 {
    let first = days_from_civil(year, 11, 1);
    let weekday = (first + 3).rem_euclid(7);
    // Thursday is the third day after Monday.
    first + (3 - weekday).rem_euclid(7) + 21 + 1
}

/// A day in the calendar.
pub(super) struct Date {
    pub(super) year: i64,
    pub(super) month: i64,
    pub(super) day: i64,
    /// Monday is 0.
    weekday: usize,
}

impl Date {
    /// The day that lies so many days after 1970-01-01. <https://howardhinnant.github.io/date_algorithms.html>
    pub(super) fn of(days: i64) -> Self {
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * of_year + 2) / 153;
        let month = if shifted_month < 10 {
            shifted_month + 3
        } else {
            shifted_month - 9
        };
        Self {
            year: era * 400 + year_of_era + i64::from(month <= 2),
            month,
            day: of_year - (153 * shifted_month + 2) / 5 + 1,
            weekday: usize::try_from((days + 3).rem_euclid(7)).unwrap_or(0),
        }
    }
}

fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> i64 {
        let moment: Time = format!("{text}T00:00:00Z").parse().expect("a moment");
        moment.millis().div_euclid(DAY)
    }

    #[test]
    fn black_friday_is_where_it_was() {
        for (year, date) in [
            (2022, "2022-11-25"),
            (2023, "2023-11-24"),
            (2024, "2024-11-29"),
            (2025, "2025-11-28"),
            (2026, "2026-11-27"),
        ] {
            assert_eq!(black_friday(year), day(date), "{year}");
        }
    }

    #[test]
    fn a_day_is_the_day_that_it_is() {
        for text in ["1970-01-01", "2024-02-29", "2026-11-24", "2100-03-01"] {
            let days = day(text);
            let date = Date::of(days);
            assert_eq!(format!("{:04}-{:02}-{:02}", date.year, date.month, date.day), text);
            assert_eq!(days_from_civil(date.year, date.month, date.day), days);
        }
        assert_eq!(Date::of(day("2026-11-24")).weekday, 1, "a Tuesday");
    }

    #[test]
    fn black_friday_towers_over_its_month_and_nothing_is_bought_tomorrow() {
        let now: Time = "2026-12-05T10:00:00Z".parse().expect("a moment");
        let moments = Calendar::until(now).moments(5_000, &mut Dice::new(3));
        assert!(moments.iter().all(|moment| *moment <= now));
        assert!(moments[0] >= now.plus_millis(-DAYS * DAY));
        let on = |date: &str| {
            moments
                .iter()
                .filter(|moment| moment.millis().div_euclid(DAY) == day(date))
                .count()
        };
        assert!(on("2026-11-27") > 2 * on("2026-11-20"), "{}", on("2026-11-27"));
        let sundays: usize = moments
            .iter()
            .filter(|moment| Date::of(moment.millis().div_euclid(DAY)).weekday == 6)
            .count();
        let saturdays: usize = moments
            .iter()
            .filter(|moment| Date::of(moment.millis().div_euclid(DAY)).weekday == 5)
            .count();
        assert!(sundays > saturdays);
    }
}
