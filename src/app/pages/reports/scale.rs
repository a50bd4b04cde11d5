//! The geometry of a chart: how high it must be, where its lines stand, and the paths through its points.
//!
//! Coordinates are thousandths of the plot, from its upper left corner; the stylesheet gives the plot its size. They
//! are whole numbers because code that writes fractions is larger than all of this.

/// How many spaces lie between the lines of the scale.
const SPACES: u32 = 4;

/// The width and height of the plot.
pub(super) const WHOLE: u32 = 1_000;

/// The scale of a chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    /// The value at the upper edge.
    pub(super) top: f64,
}

impl Scale {
    /// The scale of hundredths: there are no more than a hundred.
    pub(super) const HUNDREDTHS: Self = Self { top: 100.0 };

    /// A round scale that holds all `values`; none of them negative, as figures are.
    pub(super) fn holding(values: impl Iterator<Item = f64>) -> Self {
        let largest = values.filter(|value| value.is_finite()).fold(0.0, f64::max);
        let space = largest / f64::from(SPACES);
        // A space is never less than one: things are whole, and cents make no chart.
        let mut magnitude = 1.0;
        while magnitude * 10.0 < space {
            magnitude *= 10.0;
        }
        // Twenty-five is round; two and a half things are not.
        let quarter = if magnitude > 1.0 { 2.5 } else { 2.0 };
        let round = [1.0, 2.0, quarter, 5.0].into_iter().map(|step| step * magnitude);
        let space = round
            .into_iter()
            .find(|step| *step >= space)
            .unwrap_or(magnitude * 10.0);
        Self {
            top: space * f64::from(SPACES),
        }
    }

    /// The values of the scale's lines, from the upper edge down to nought.
    pub(super) fn lines(self) -> Vec<f64> {
        (0..=SPACES)
            .rev()
            .map(|line| self.top * f64::from(line) / f64::from(SPACES))
            .collect()
    }

    /// How much of the whole a value is, in thousandths.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "held between nought and a thousand; what is no number becomes nought"
    )]
    pub(super) fn part(self, value: f64) -> u32 {
        (f64::from(WHOLE) * value / self.top)
            .round()
            .clamp(0.0, f64::from(WHOLE)) as u32
    }
}

/// How far right point `index` of `count` stands; a single one in the middle.
pub(super) fn x(index: usize, count: usize) -> usize {
    match count {
        0 | 1 => WHOLE as usize / 2,
        _ => index * WHOLE as usize / (count - 1),
    }
}

/// The scale's lines.
pub(super) fn grid() -> String {
    let lines: Vec<_> = (0..=SPACES)
        .map(|line| format!("M0 {}H{WHOLE}", line * WHOLE / SPACES))
        .collect();
    lines.concat()
}

/// The line through the points.
pub(super) fn line(scale: Scale, values: &[f64]) -> String {
    let points: Vec<_> = values
        .iter()
        .enumerate()
        .map(|(index, value)| {
            let letter = if index == 0 { 'M' } else { 'L' };
            format!("{letter}{} {}", x(index, values.len()), WHOLE - scale.part(*value))
        })
        .collect();
    points.concat()
}

/// The surface below the line.
pub(super) fn surface(scale: Scale, values: &[f64]) -> String {
    match values.len() {
        0 | 1 => String::new(),
        _ => format!("{}V{WHOLE}H0Z", line(scale, values)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn top(largest: f64) -> u32 {
        // A whole number of thousandths of itself, so that nothing is compared as a fraction.
        let scale = Scale::holding([0.0, largest].into_iter());
        (0..=4_000_000)
            .step_by(4)
            .find(|top| f64::from(*top) >= scale.top)
            .unwrap_or_default()
    }

    #[test]
    fn a_scale_is_round_and_holds_its_values() {
        for (largest, expected) in [
            (0.0, 4),
            (1.0, 4),
            (7.0, 8),
            (93.0, 100),
            (101.0, 200),
            (1_234.5, 2_000),
            (40.0, 40),
            (41.0, 80),
        ] {
            assert_eq!(top(largest), expected, "{largest}");
        }
        for exponent in 0..40 {
            let largest = 1.37_f64.powi(exponent);
            let top = Scale::holding(std::iter::once(largest)).top;
            assert!(top >= largest && top <= largest.max(1.0) * 4.0, "{largest}: {top}");
        }
    }

    #[test]
    fn lines_go_from_the_top_to_nought() {
        assert_eq!(Scale { top: 100.0 }.lines(), [100.0, 75.0, 50.0, 25.0, 0.0]);
        assert_eq!(grid(), "M0 0H1000M0 250H1000M0 500H1000M0 750H1000M0 1000H1000");
    }

    #[test]
    fn a_path_goes_through_its_points() {
        let scale = Scale { top: 10.0 };
        assert_eq!(line(scale, &[0.0, 10.0, 5.0]), "M0 1000L500 0L1000 500");
        assert_eq!(surface(scale, &[0.0, 10.0]), "M0 1000L1000 0V1000H0Z");
        assert_eq!(line(scale, &[5.0]), "M500 500");
        assert_eq!(surface(scale, &[5.0]), "");
        assert_eq!(line(scale, &[]), "");
    }

    #[test]
    fn what_cannot_be_drawn_stays_on_the_plot() {
        let scale = Scale::holding([f64::NAN, f64::INFINITY, 3.0].into_iter());
        assert_eq!(scale, Scale { top: 4.0 });
        assert_eq!(scale.part(-1.0), 0);
        assert_eq!(scale.part(9.0), 1_000);
        assert_eq!(scale.part(f64::NAN), 0);
    }
}
