//! The folder where messages are laid down: whole, and for nobody else to read.

use std::fs;
use std::path::Path;

use latchkey_backend::mail::{Outbox, invitation};

use crate::read::Read;
use crate::{LINK, mail, of, to};

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("it is there");
    entries
        .map(|entry| {
            entry
                .expect("it is there")
                .file_name()
                .into_string()
                .expect("it is text")
        })
        .collect()
}

#[tokio::test]
async fn the_outbox_keeps_whole_messages_to_itself() {
    let place = tempfile::tempdir().expect("there is room");
    let folder = place.path().join("data").join("outbox");
    let outbox = Outbox::new(&folder);
    for _ in 0..3 {
        let message = invitation(&of("Kunci"), to("../../x"), mail()).expect("it can be written");
        outbox.lay_down(message.to_bytes()).await.expect("it is laid down");
    }
    let names = names(&folder);
    assert_eq!(names.len(), 3);
    for name in &names {
        assert_eq!(Path::new(name).extension(), Some("eml".as_ref()), "{name}");
        assert!(!name.starts_with('.') && !name.contains('x'), "{name}");
        let read = Read::of(fs::read(folder.join(name)).expect("it can be read"));
        assert!(read.text.contains(LINK));
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
        assert_eq!(mode(&folder), 0o700);
        for name in &names {
            assert_eq!(mode(&folder.join(name)), 0o600);
        }
    }
}

#[tokio::test]
async fn an_outbox_that_cannot_be_written_says_so_and_leaves_nothing() {
    let place = tempfile::tempdir().expect("there is room");
    let folder = place.path().join("outbox");
    fs::write(&folder, "a file where the folder should be").expect("it is written");
    assert!(
        Outbox::new(&folder)
            .lay_down(b"Subject: Hello\r\n".to_vec())
            .await
            .is_err()
    );
    assert_eq!(names(place.path()), ["outbox"]);
}
