# Pages that tell somebody why nothing opens, and what to do.

no-access-title = You don't have access to this page
no-access-withdrawn = You may no longer open this page.
no-access-missing = { $count ->
    [one] You need this permission:
   *[other] You need these permissions:
}
no-access-any = You need one of these permissions:
no-access-owner = This page is for the owner of the store.
no-access-ask = Ask the owner of the store if you need it for your work.
no-access-was-changed = Your access changed while you had this page open.

no-access-yet-title = No access yet
no-access-yet-text = You are signed in to { $store }, but nothing has been opened for you yet. Ask the owner of the store. As soon as they open something, it appears here by itself.

not-started-title = Your access starts { $when }
not-started-text = Come back then. You can already look after your profile.

ended-title = Your access has ended
ended-text = It ended { $when }. If you still need it, ask the owner of the store.
ended-text-undated = If you still need it, ask the owner of the store.

suspended-title = Your access is paused
suspended-text = Ask the owner of the store to turn it on again.

onboarding-title = A few steps first
onboarding-text = There is something left to do before your access opens.

not-found-title = There is nothing at this address
not-found-text = The page may have moved, or the address may have a typing mistake.
not-found-staff-title = We can't find this person
not-found-staff-text = The link may be wrong. Look for the name among the staff accounts.
not-found-back-to-staff = Go to staff accounts

no-access-go-to-profile = Go to my profile
