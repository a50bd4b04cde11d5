# Roles: named sets of permissions.

roles-lead = A role is a set of permissions with a name. Changing it changes what everybody who holds it may do.
roles-add = Add role
roles-gives = { $count ->
    [one] One permission in { $sections }
   *[other] { $count } permissions in { $sections }
}
roles-gives-nothing = No permissions
roles-holders = { $count ->
    [0] Nobody holds it
    [one] One person holds it
   *[other] { $count } people hold it
}
roles-changed = Changed
roles-restore = Bring back deleted roles that came with Latchkey
roles-restored = The roles that came with Latchkey are all here.
roles-about = Role
roles-name = Name
roles-name-hint = Such as Night shift. The staff form offers it by this name.
roles-will-give = What it will give
roles-create = Create role
roles-save = Save role
roles-made = { $name } is ready to be given.
roles-saved = { $name } is saved.
roles-touches = { $count ->
    [one] One person is touched:
   *[other] { $count } people are touched:
}
roles-gains = gains { $list }
roles-loses = loses { $list }
roles-copy = Copy
roles-reset = Undo all changes
roles-delete = Delete role
roles-delete-title = Delete { $name }?
roles-delete-text = The role can no longer be given. What people have directly stays with them.
roles-delete-held = { $count ->
    [one] One person holds it and loses what it gives.
   *[other] { $count } people hold it and lose what it gives.
}
roles-move-to = Give them instead
roles-move-nowhere = No other role
roles-holders-more = { $count ->
    [one] one more
   *[other] { $count } more
}
roles-confirm-title = Give everybody with { $role } sensitive permissions?
roles-reset-title = Undo all changes to { $role }?
roles-reset-text = It becomes again what it was when it came with Latchkey.
roles-reset-touches = { $count ->
    [one] One person holds it, and may gain or lose permissions by this.
   *[other] { $count } people hold it, and may gain or lose permissions by this.
}
roles-newer = Somebody else has just saved this role. What you typed is kept.
roles-newer-look = See both versions
roles-keep = Keep role
roles-deleted = { $name } is deleted.
roles-unknown = No such role
roles-unknown-text = It may have been deleted.
roles-conflict-title = Somebody else has changed this role
roles-conflict-text = Your changes are still in the form and not saved yet.
