# Ord som står i många formulär och på många sidor.

frame-close = Stäng
frame-cancel = Avbryt
frame-save = Spara
frame-saving = Sparar…
frame-saved = Sparat.
frame-back-to-overview = Till översikten
frame-optional = frivilligt
