# What surrounds every page.

frame-skip = Skip to content
frame-menu = Menu
frame-close-menu = Close menu
frame-profile = My profile
frame-staff = Staff accounts
frame-sign-out = Sign out
frame-language = Language
frame-loading = Loading…
frame-breadcrumb = Breadcrumb
# The window's title.
frame-window-title = { $page } · { $store }
# The window's title before anybody has signed in.
frame-window-title-alone = { $page } · Latchkey
# Under the person's name in the menu of the banner.
frame-signed-in-as = Signed in as { $email }
frame-close = Close
frame-cancel = Cancel
frame-save = Save
frame-saving = Saving…
frame-saved = Saved.
frame-undo = Undo
frame-back-to-overview = Go to the overview
frame-optional = optional

menu-label = Store menu
menu-owner = For the owner

# While somebody works here, the same person signed in elsewhere.
frame-signed-in-elsewhere = Somebody signed in to your account on a new device. If it was not you, look under “My profile” now.
