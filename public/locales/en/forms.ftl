# Words that stand on many forms and pages.

frame-close = Close
frame-cancel = Cancel
frame-save = Save
frame-saving = Saving…
frame-saved = Saved.
frame-back-to-overview = Go to the overview
frame-optional = optional
