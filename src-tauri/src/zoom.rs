//! The sizes of the page: 80 to 200 percent, one step at a time.

/// The steps, in percent.
pub(crate) const STEPS: [u32; 9] = [80, 90, 100, 110, 125, 140, 160, 180, 200];

/// A wish of the View menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Zoom {
    /// One step larger.
    In,
    /// One step smaller.
    Out,
    /// Back to 100 percent.
    Reset,
}

/// The size after `wish`, from a size that need not be a step.
#[must_use]
pub(crate) fn after(percent: u32, wish: Zoom) -> u32 {
    let (smallest, largest) = (STEPS[0], STEPS[STEPS.len() - 1]);
    match wish {
        Zoom::Reset => 100,
        Zoom::In => STEPS.into_iter().find(|step| *step > percent).unwrap_or(largest),
        Zoom::Out => STEPS.into_iter().rev().find(|step| *step < percent).unwrap_or(smallest),
    }
}

/// The nearest size that the app offers: a hand-edited settings file must not make the page unreadable.
#[must_use]
pub(crate) fn nearest(percent: u32) -> u32 {
    STEPS.into_iter().min_by_key(|step| step.abs_diff(percent)).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_go_up_and_down_the_same_ladder_and_stop_at_its_ends() {
        let mut percent = 80;
        let mut climbed = vec![percent];
        while after(percent, Zoom::In) != percent {
            percent = after(percent, Zoom::In);
            climbed.push(percent);
        }
        assert_eq!(climbed, STEPS);
        for expected in STEPS.into_iter().rev().skip(1) {
            percent = after(percent, Zoom::Out);
            assert_eq!(percent, expected);
        }
        assert_eq!(after(80, Zoom::Out), 80);
        assert_eq!(after(200, Zoom::Reset), 100);
    }

    #[test]
    fn a_size_between_the_steps_finds_its_way_back() {
        assert_eq!(after(130, Zoom::In), 140);
        assert_eq!(after(130, Zoom::Out), 125);
        assert_eq!(nearest(0), 80);
        assert_eq!(nearest(9_000), 200);
        assert_eq!(nearest(108), 110);
    }
}
