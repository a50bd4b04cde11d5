//! What every answer has around it, and how the bundle is served: asked through the same layers as in the program,
//! on a bundle of real files.

mod bundle;
mod elsewhere;
mod files;
mod headers;
mod page;
