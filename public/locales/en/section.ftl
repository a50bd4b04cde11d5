# A section's front page: what one may do there, from the catalogue.

# Opens the two lists where they are folded away.
section-about = Your access here
section-can = What you can do here
section-cannot = What you cannot do
# Read aloud before each line of the two lists.
section-yes = Yes:
section-no = No:
section-all = You can do everything here.
section-read-only = You can look, but not change anything here.
section-ask = For more, ask the owner of the store.
section-empty-title = Nothing here yet
section-empty-text = What belongs here will show up on this page.
section-owner = As the owner you can do everything here.
section-who-title = Who else has access
section-who = Choose who has access
