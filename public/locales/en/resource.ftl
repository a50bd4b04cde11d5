# What lies behind the menus: lists, records and forms of whatever kind. What a kind of record is called, the backend says.

# Lists.
resource-new = Add
resource-export = Download as CSV
resource-search = Search { $what }
resource-any = Any
resource-yes = Yes
resource-no = No
resource-from = From
resource-to = To
resource-more-filters = More filters
resource-clear-filters = Clear filters
resource-sort = Sort by
# In a choice of orders, by the name of a column.
resource-ascending = { $column }, ascending
resource-descending = { $column }, descending
resource-total = { $total ->
    [one] One in all
   *[other] { $total } in all
}
resource-showing = { NUMBER($first) }–{ NUMBER($last) } of { NUMBER($total) }
resource-showing-some = { NUMBER($shown) } of { NUMBER($total) }
resource-pages = Pages
resource-previous = Previous
resource-next = Next
resource-empty = Nothing here yet
resource-no-hits-title = Nothing matches
resource-no-hits-text = Try other words, or clear the filters.
# In place of a value that is not there; read aloud only.
resource-nothing = none

# Records that lie in one another.
resource-move-up = Up
resource-move-down = Down
resource-move-in = In
resource-move-out = Out
# Read aloud only: how deep a line lies.
resource-level = level { NUMBER($level) }

# Forms.
resource-choose = Choose…
resource-no-changes = No changes
resource-changes = { $count ->
    [one] One field changed
   *[other] { $count } fields changed
}
resource-discard = Discard changes
resource-unsaved = What you changed is not saved.
resource-restored-typing = What you typed before is still here, and not saved yet.
resource-discard-typing = Discard it
resource-read-only = You can see this but not change it. That needs: { $permissions }.
resource-read-only-owner = You can see this but not change it. Only the owner can.
resource-secret = What is saved is not shown. Leave it empty to keep it.
resource-gone-title = This is no longer here
resource-gone-text = It may have been deleted, or the address is mistyped.
resource-search-placeholder = Type to search
resource-search-none = Nothing matches.

# Rows in a form.
resource-rows = { $count ->
    [one] One row
   *[other] { $count } rows
}
resource-row = Row { NUMBER($number) }
resource-row-add = Add a row
resource-row-remove = Remove

# Texts that are there to be copied.
resource-copy = Copy
resource-copied = Copied.

# Pictures.
resource-image-file = Choose a picture
resource-image-alt = What the picture shows
resource-image-remove = Remove picture
resource-image-refused = This is no picture that can be shown here. Choose a JPEG, PNG or WebP file.

# Addresses.
resource-address-name = Name
resource-address-street = Street and number
resource-address-postcode = Postal code
resource-address-city = City
resource-address-region = Region
resource-address-country = Country, two letters

# Under a field.
resource-at-least = Use { $number } or more.
resource-at-most = Use { $number } or less.
resource-too-few = Add at least { $min ->
    [one] one
   *[other] { $min }
}.
resource-too-many = Keep at most { $max ->
    [one] one
   *[other] { $max }
}.
resource-malformed-amount = Write an amount such as 12.50.
resource-malformed-date = Write a whole date.
resource-malformed-uri = Write a whole web address, such as https://example.com.
resource-taken = Something else has this already. Choose another.

# Somebody else saved first.
resource-conflict-title = Somebody else saved first
resource-conflict-text = You both changed the same. Choose which version counts; nothing is lost until you save.
resource-conflict-apart = You changed different things, so both can be kept.
resource-conflict-taken = Taken over from the other: { $fields }.
resource-conflict-yours = Yours
resource-conflict-theirs = Saved meanwhile
resource-conflict-save = Save it so

# Deleting.
resource-delete = Delete
resource-deleted = { $name } is deleted.
resource-restored = It is back.

# Commands.
resource-sensitive = Sensitive
resource-reveal-title = Write this down now
resource-reveal-text = It is shown this once and never again.
resource-reveal-label = Code
resource-reveal-copy = Copy
resource-reveal-copied = Copied.
resource-preview-title = Preview
resource-preview-subject = Subject
resource-preview-ahead = Beside the subject
resource-preview-text = The letter

# What belongs to a record.
resource-related-none = None yet.
resource-related-all = Show all { NUMBER($total) }
