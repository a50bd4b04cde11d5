//! Where the dates of a single role or permission stand at a moment: to begin, about to end, or over. Deciding that is pure.

use latchkey_contract::limits::ends_soon;
use latchkey_contract::periods::Period;
use latchkey_permissions::Time;
use leptos::prelude::*;

use super::dates::Side;
use crate::i18n::{format, words};
use crate::time::now;

/// Where a period stands, where that is not simply inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It begins later.
    Later(Time),
    /// It ends before long.
    EndsSoon(Time),
    /// It is over.
    Over(Time),
}

/// Where a period stands at a moment.
pub(super) fn standing(period: Period, now: Time) -> Option<Standing> {
    match period {
        Period { ends: Some(ends), .. } if ends <= now => Some(Standing::Over(ends)),
        Period {
            starts: Some(starts), ..
        } if now < starts => Some(Standing::Later(starts)),
        Period { ends: Some(ends), .. } if ends_soon(ends.millis(), now.millis()) => Some(Standing::EndsSoon(ends)),
        _ => None,
    }
}

impl Standing {
    /// As it stands in a row. Reactive in the language.
    pub(super) fn shown(self) -> AnyView {
        let hint = |text: String| view! { <p class="hint">{text}</p> }.into_any();
        match self {
            Self::Later(starts) => hint(words::staff_starts(&Side::Start.said(starts))),
            Self::Over(ends) => hint(words::staff_ended_on(&Side::End.said(ends))),
            Self::EndsSoon(ends) => {
                let text = words::staff_ends_soon(&format::relative(ends, now()));
                view! { <p><span class="pill sensitive">{text}</span></p> }.into_any()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Period, Standing, Time, standing};

    #[test]
    fn a_period_is_warned_of_in_its_last_week_and_said_to_be_over_afterwards() {
        let at = Time::from_millis;
        let week = 7 * 86_400_000;
        let period = Period {
            starts: Some(at(0)),
            ends: Some(at(10 * week)),
        };
        for (now, expected) in [
            (-1, Some(Standing::Later(at(0)))),
            (0, None),
            (9 * week - 1, None),
            (9 * week, Some(Standing::EndsSoon(at(10 * week)))),
            (10 * week - 1, Some(Standing::EndsSoon(at(10 * week)))),
            (10 * week, Some(Standing::Over(at(10 * week)))),
        ] {
            assert_eq!(standing(period, at(now)), expected, "{now}");
        }
        assert_eq!(standing(Period::default(), at(0)), None);
    }
}
