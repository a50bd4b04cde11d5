# The steps between joining and access: the newcomer's page, and the owner's.

onboarding-lead = Before { $store } opens for you.
onboarding-go = Take the steps
onboarding-kept = A step comes first. What you typed stays here: take the step in another tab, and go on.
onboarding-steps = Your steps
onboarding-progress = { NUMBER($done) } of { NUMBER($total) } done
onboarding-progress-label = Steps done
onboarding-done = Done
onboarding-now = Now
onboarding-later = Later
onboarding-over = All steps are done
onboarding-welcome = All done. Welcome to { $store }.
onboarding-password = Choose a password
onboarding-basics = Read and accept the security basics
onboarding-tour = Take the guided tour
onboarding-two-factor = The owner of the store asks for it. Each sign-in then takes a code of an app on your phone besides the password, so that nobody gets in who knows the password alone. It takes two minutes.
onboarding-two-factor-go = Set up two-step sign-in

onboarding-basics-title = Security basics
onboarding-read = I have read this and will keep to it
onboarding-read-first = Read the text, then tick the box.
onboarding-accept = Accept and go on

onboarding-tour-title = Guided tour
onboarding-tour-lead = These are the menus you will have, and what you can do there.
onboarding-tour-stop = Part { NUMBER($n) } of { NUMBER($total) }.
onboarding-tour-nothing = Nothing has been opened for you yet. The owner can do that at any time; then it appears in the menu by itself.
onboarding-tour-back = Back
onboarding-tour-next = Next
onboarding-tour-finish = Finish

# The owner's page.
onboarding-settings-lead = What comes between joining and access. Until it is done, the account opens nothing.
onboarding-settings-steps = Steps
onboarding-settings-password-hint = Always. Everybody chooses their own when joining, and nobody else ever knows it.
onboarding-settings-basics-hint = The text below, in the language of whoever reads it.
onboarding-settings-tour-hint = Shows each newcomer exactly the menus they will have.
two-factor-lead = Whoever must have it and has not set it up does so before going on. Of single people it is asked on their page.
two-factor-optional = Whoever wants it
two-factor-optional-hint = Everybody can set it up under “My profile”.
two-factor-sensitive = Whoever holds something sensitive
two-factor-sensitive-hint = Refunds, exports, payment methods and the like, now or on a later date.
two-factor-everybody = Everybody on the staff
two-factor-everybody-hint = Newcomers set it up before access starts.
onboarding-settings-text-hint = A blank line begins a new paragraph. Where a language is empty, the English text is shown.
onboarding-settings-version = This is version { NUMBER($version) }.
onboarding-settings-new-version = Saving makes a new version of it.
onboarding-settings-everybody = Everybody must accept this text
onboarding-settings-everybody-hint = Whoever has access and has not accepted it does so before going on; what they are typing is kept. Otherwise the text is for newcomers.
onboarding-settings-unsaved = Not saved yet
onboarding-settings-saved = { $count ->
    [0] Saved.
    [one] Saved. One person has a step to take before going on.
   *[other] Saved. { $count } people have a step to take before going on.
}
onboarding-settings-conflict = Somebody else changed this while you were working
