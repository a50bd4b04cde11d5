# The first page after signing in.

overview-greeting = Hello, { $name }
overview-lead = Here is what you can do in { $store }.
overview-lead-owner = This is { $store }. Everything here is yours.
overview-sections = Your sections
# In a section's card, followed by the single things.
overview-you-can = You can
overview-all = Everything in this section
overview-open = Open
overview-reports-title = Sales figures
overview-reports-empty = Figures appear here once there are orders.
overview-staff-title = Staff accounts
overview-staff-text = { $count ->
    [0] Only you have access so far.
    [one] One person besides you has access.
   *[other] { $count } people besides you have access.
}
overview-staff-invited = { $count ->
    [one] One invitation is open.
   *[other] { $count } invitations are open.
}
overview-add-staff = Add staff member
overview-changed = Your access has changed. The menu shows what is open to you now.
overview-sales-span = in the last 30 days
overview-ends-soon = Your access to { $store } ends { $when }. Ask the owner if you need it for longer.
overview-part-ends-soon = Part of your access to { $store } ends { $when }: { $permissions }. Ask the owner if you need it for longer.
