//! Mounts the admin. Everything else is in the library, so that what is pure in it can be tested natively.

fn main() {
    latchkey_app::mount();
}
