# One's own account. It needs no permission.

profile-lead = Your name, language, password and where you are signed in.
profile-about = About you
profile-name = Name
profile-name-hint = Everyone who works in the store sees it.
profile-email = Email
profile-email-hint = You sign in with this address. Only the owner can change it, by inviting you again.
profile-email-hint-owner = You sign in with this address.
profile-save = Save
profile-saved = Saved.

# The name was changed in another window, or by the owner, while one was typing here.
profile-stale-title = Your name was changed somewhere else
profile-stale-text = It is “{ $name }” now. What you typed is kept: save again to use it.
profile-stale-take = Use “{ $name }”

profile-preferences = How it looks
profile-language = Language
profile-language-browser = As in your browser
profile-language-saved = Language changed.
profile-theme = Appearance
profile-theme-system = System
profile-theme-light = Light
profile-theme-dark = Dark
profile-density = Spacing
profile-density-comfortable = Comfortable
profile-density-compact = Compact
profile-here-only = Appearance and spacing are kept in this browser.

profile-password = Password
profile-password-text = A new password signs you out everywhere else.
profile-password-current = Present password
profile-password-new = New password
profile-password-hint = At least { $min } characters, or { $shorter } while two-step sign-in is on. Three or four words you can remember work well.
profile-password-show = Show
profile-password-hide = Hide
profile-password-save = Change password
profile-password-saved = Password changed. You are signed out everywhere else.

profile-two-factor = Two-step sign-in
profile-two-factor-off = Signing in asks only for your password. With an authenticator app on your phone, nobody gets in who knows the password alone.
profile-two-factor-on = Signing in asks for a code of your authenticator app.
profile-two-factor-left = { $count ->
    [0] No recovery code is left. Make new ones before you lose your phone.
    [one] One recovery code is left.
   *[other] { $count } recovery codes are left.
}
profile-two-factor-set-up = Set up
profile-two-factor-new-codes = New recovery codes
profile-two-factor-turn-off = Turn off
profile-two-factor-required = The owner of the store requires it of you.
profile-two-factor-go-on = Continue
profile-two-factor-prove-set-up = Enter your password first.
profile-two-factor-prove-new-codes = Enter your password. The recovery codes you have now stop working.
profile-two-factor-prove-turn-off = Enter your password. From then on, signing in asks for nothing else.
profile-two-factor-scan = Scan this code with your authenticator app, then enter the code that the app shows.
profile-two-factor-picture = QR code for your authenticator app
profile-two-factor-secret = Or type this key by hand
profile-two-factor-code = Code
profile-two-factor-code-hint = Six digits, a new one every 30 seconds
profile-two-factor-turn-on = Turn on
profile-two-factor-turned-on = Two-step sign-in is on. You are signed out everywhere else.
profile-two-factor-turned-off = Two-step sign-in is off. You are signed out everywhere else.
profile-two-factor-copy = Copy
profile-two-factor-copied = Copied
profile-two-factor-codes = Recovery codes
profile-two-factor-codes-text = Keep these codes somewhere safe. Each lets you sign in once when you don't have your phone. They are shown only now.
profile-two-factor-codes-all = All of them, to copy
profile-two-factor-download = Download as text
profile-two-factor-kept = I have kept them

profile-sessions = Where you are signed in
profile-sessions-text = Don't recognise one of these? Sign it out and change your password.
profile-session-this = This device
profile-session-unknown = Unknown device
profile-session-since = Signed in { $when }
profile-session-seen = Last seen { $when }
profile-session-new = New
profile-session-you = Was this you?
profile-session-recognise = Yes, it was me
profile-session-end = Sign out
# Read aloud after "Sign out".
profile-session-end-of = from { $device }
profile-session-ended = Signed out from { $device }.
profile-sessions-end-others = Sign out everywhere else
profile-sessions-only = You are signed in only here.
profile-sessions-ended = { $count ->
    [0] No other session was open.
    [one] One other session ended.
   *[other] { $count } other sessions ended.
}

profile-access = What you can do
profile-access-owner = You own this store and can do everything.
profile-access-none = Nothing has been opened for you yet.
profile-access-until = Until { $when }
# Single permissions that are held for a time.
profile-access-part-from = From { $when }: { $permissions }
profile-access-part-until = Until { $when }: { $permissions }
profile-access-part-ended = Ended on { $when }: { $permissions }
