//! A picture made small enough to travel inside a record: drawn again by the browser, smaller until it fits.

use js_sys::Reflect;
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, File, HtmlCanvasElement, ImageBitmap};

/// The longest side in pixels, and the quality, from the best on.
const STEPS: [(f64, f64); 6] = [
    (640.0, 0.85),
    (640.0, 0.7),
    (480.0, 0.7),
    (360.0, 0.65),
    (240.0, 0.6),
    (160.0, 0.5),
];

/// The picture in a file as a `data:` address of at most `limit` characters; none where it is no picture that this
/// browser can draw.
pub(super) async fn shrink(file: &File, limit: usize) -> Option<String> {
    let drawn = window().create_image_bitmap_with_blob(file).ok()?;
    let picture: ImageBitmap = JsFuture::from(drawn).await.ok()?.dyn_into().ok()?;
    let small = STEPS.iter().find_map(|(side, quality)| {
        let data = draw(&picture, *side, *quality)?;
        (data.len() <= limit).then_some(data)
    });
    picture.close();
    small
}

fn draw(picture: &ImageBitmap, side: f64, quality: f64) -> Option<String> {
    let (width, height) = (f64::from(picture.width()), f64::from(picture.height()));
    let scale = (side / width.max(height)).min(1.0);
    let (width, height) = ((width * scale).round().max(1.0), (height * scale).round().max(1.0));
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    // Set by name: the browser rounds, and no number has to be made smaller here.
    Reflect::set(&canvas, &"width".into(), &width.into()).ok()?;
    Reflect::set(&canvas, &"height".into(), &height.into()).ok()?;
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context
        .draw_image_with_image_bitmap_and_dw_and_dh(picture, 0.0, 0.0, width, height)
        .ok()?;
    canvas
        .to_data_url_with_type_and_encoder_options("image/webp", &JsValue::from_f64(quality))
        .ok()
}
