# When the store cannot be reached.

connection-lost = Can't reach the store. Trying again in { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
}.
connection-trying = Can't reach the store. Trying again now…
connection-kept = What you typed is kept.
connection-retry = Retry now
connection-page-title = The store can't be reached
connection-page-text = This page opens by itself as soon as the store answers.
connection-not-sent = This wasn't saved, because the store can't be reached. It is kept here; try again when you are back.
connection-trouble-title = Something went wrong
connection-unreadable = The store answered in a way this page doesn't understand. Load the page again: it may have been updated.
