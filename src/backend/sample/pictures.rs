//! Pictures of the sample store's products, drawn here: a shape for each category, a colour for each product. They are
//! small enough to travel within the record.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// What a picture shows.
#[derive(Clone, Copy)]
pub(crate) enum Motif {
    Key,
    Hook,
    Plate,
    Padlock,
    Bell,
    Lamp,
    Pendant,
    Candle,
    Cloth,
    Batik,
    Cup,
    Basket,
}

impl Motif {
    /// The shape, on a square of 96, in classes that [`address`] gives a colour: surfaces `a`, `b` (light)
    /// and `c` (dark), lines `l`, `f` (fine) and `s` (light).
    const fn shape(self) -> &'static str {
        match self {
            Self::Key => {
                "<g class='a'><circle cx='34' cy='34' r='17'/><path d='M44 40l36 36-8 8-8-8-5 5-6-6 5-5-20-20z'/></g>\
                 <circle class='b' cx='31' cy='31' r='6'/>"
            }
            Self::Hook => {
                "<rect class='a' x='18' y='20' width='60' height='12' rx='6'/>\
                 <path class='l' d='M34 32v26a12 12 0 0 0 24 0'/><circle class='b' cx='34' cy='26' r='3'/>\
                 <circle class='b' cx='62' cy='26' r='3'/>"
            }
            Self::Plate => {
                "<rect class='a' x='32' y='14' width='32' height='68' rx='8'/><circle class='b' cx='48' cy='40' r='7'/>\
                 <path class='b' d='M44 42h8l4 22H40z'/>"
            }
            Self::Padlock => {
                "<path class='l' d='M33 44V32a15 15 0 0 1 30 0v12'/>\
                 <rect class='a' x='24' y='44' width='48' height='38' rx='7'/><circle class='b' cx='48' cy='59' r='5'/>\
                 <rect class='b' x='46' y='60' width='4' height='13' rx='2'/>"
            }
            Self::Bell => {
                "<path class='a' d='M48 16c4 0 6 3 6 6 11 3 15 13 16 38l6 8H20l6-8c1-25 5-35 16-38 0-3 2-6 6-6z'/>\
                 <circle class='a' cx='48' cy='76' r='7'/><path class='b' d='M33 58c1-16 4-24 10-28-4 6-6 16-6 28z'/>"
            }
            Self::Lamp => {
                "<path class='a' d='M36 18h24l12 32H24z'/><rect class='c' x='46' y='50' width='4' height='26'/>\
                 <rect class='a' x='32' y='74' width='32' height='7' rx='3.5'/><path class='b' d='M40 23h6l-4 22h-9z'/>"
            }
            Self::Pendant => {
                "<rect class='c' x='47' y='6' width='2' height='28'/><path class='a' d='M18 66a30 32 0 0 1 60 0z'/>\
                 <ellipse class='b' cx='48' cy='66' rx='11' ry='7'/>"
            }
            Self::Candle => {
                "<rect class='a' x='39' y='38' width='18' height='36' rx='3'/>\
                 <path class='b' d='M48 14c8 9 7 18 0 20-7-2-8-11 0-20z'/>\
                 <path class='a' d='M26 74h44a22 10 0 0 1-44 0z'/>"
            }
            Self::Cloth => {
                "<rect class='a' x='20' y='18' width='56' height='56' rx='3'/>\
                 <path class='s' d='M20 30h56M20 38h56M20 58h56M20 66h56M32 18v56M64 18v56'/>\
                 <path class='f' d='M24 74v8M34 74v8M44 74v8M54 74v8M64 74v8M72 74v8'/>"
            }
            Self::Batik => {
                "<rect class='a' x='18' y='18' width='60' height='60' rx='3'/>\
                 <g class='s'><circle cx='48' cy='48' r='20'/><circle cx='48' cy='48' r='10'/>\
                 <path d='M48 28v40M28 48h40M34 34l28 28M62 34L34 62'/></g><g class='b'><circle cx='27' cy='27' r='4'/>\
                 <circle cx='69' cy='27' r='4'/><circle cx='27' cy='69' r='4'/><circle cx='69' cy='69' r='4'/></g>"
            }
            Self::Cup => {
                "<path class='a' d='M24 32h40v26a18 18 0 0 1-18 18h-4a18 18 0 0 1-18-18z'/>\
                 <path class='l' d='M64 40h5a8 8 0 0 1 0 17h-6'/><rect class='b' x='30' y='38' width='5' height='20' rx='2.5'/>"
            }
            Self::Basket => {
                "<path class='l' d='M28 42a20 22 0 0 1 40 0'/><path class='a' d='M18 42h60l-8 38H26z'/>\
                 <path class='s' d='M22 54h52M24 67h48M38 42l3 38M58 42l-3 38'/>"
            }
        }
    }
}

/// The address of a picture of this, in the `tint`th of its colours.
pub(crate) fn address(motif: Motif, tint: usize) -> String {
    // Degrees of the colour wheel.
    const HUES: [u16; 10] = [215, 42, 22, 145, 195, 330, 265, 8, 80, 175];
    let hue = HUES[tint % HUES.len()];
    // As attributes, since a page's policy can forbid stylesheets, and some browsers apply it to what a picture holds.
    let shape = motif
        .shape()
        .replace("class='a'", &format!("fill='hsl({hue} 38% 40%)'"))
        .replace("class='b'", &format!("fill='hsl({hue} 60% 88%)'"))
        .replace("class='c'", &format!("fill='hsl({hue} 38% 25%)'"))
        .replace("class='l'", &line(hue, 38, 30, "7"))
        .replace("class='f'", &line(hue, 38, 40, "2"))
        .replace("class='s'", &line(hue, 60, 85, "2.5"));
    let drawn = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 96 96'>\
         <rect width='96' height='96' fill='hsl({hue} 32% 95%)'/>{shape}</svg>"
    );
    format!("data:image/svg+xml;base64,{}", STANDARD.encode(drawn))
}

fn line(hue: u16, saturation: u8, lightness: u8, width: &str) -> String {
    format!("fill='none' stroke='hsl({hue} {saturation}% {lightness}%)' stroke-width='{width}'")
}
