//! A backend that is dropped, closed or not, leaves nothing behind that goes on: no task, and with none no database that
//! stays open.

use std::time::Duration;

use tokio::runtime::Handle;

use crate::support::House;

async fn alive_falls_to(tasks: usize) -> bool {
    for _ in 0..500 {
        if Handle::current().metrics().num_alive_tasks() <= tasks {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    false
}

#[tokio::test]
async fn a_backend_that_is_dropped_leaves_no_task_behind() {
    // The sample store is filled first, which takes tasks of its own.
    let house = House::sample().await;
    house.app.close().await;
    drop(house);
    assert!(alive_falls_to(0).await, "one that was closed");

    let house = House::sample().await;
    let owner = house.owner().await;
    owner.invite("new@example.test", &[]).await;
    assert!(Handle::current().metrics().num_alive_tasks() > 0, "letters are carried");
    drop((house, owner));
    assert!(alive_falls_to(0).await, "one that was not");
}
