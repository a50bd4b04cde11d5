# What surrounds every page.

frame-skip = Skip to content
frame-menu = Menu
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
frame-undo = Undo

menu-label = Store menu
menu-owner = For the owner

# While somebody works here, the same person signed in elsewhere.
frame-signed-in-elsewhere = Somebody signed in to your account on a new device. If it was not you, look under “My profile” now.
