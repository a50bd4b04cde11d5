# Roller: namngivna uppsättningar behörigheter.

roles-lead = En roll är en uppsättning behörigheter med ett namn. När du ändrar den ändras vad alla som har den får göra.
roles-add = Lägg till roll
roles-gives = { $count ->
    [one] En behörighet i { $sections }
   *[other] { $count } behörigheter i { $sections }
}
roles-gives-nothing = Inga behörigheter
roles-holders = { $count ->
    [0] Ingen har den
    [one] En person har den
   *[other] { $count } personer har den
}
roles-changed = Ändrad
roles-restore = Hämta tillbaka borttagna roller som följde med Latchkey
roles-restored = Alla roller som följde med Latchkey finns här.
roles-about = Roll
roles-name = Namn
roles-name-hint = Till exempel Nattskift. Personalformuläret visar den med det namnet.
roles-will-give = Vad den ger
roles-create = Skapa roll
roles-save = Spara roll
roles-made = { $name } kan nu delas ut.
roles-saved = { $name } är sparad.
roles-touches = { $count ->
    [one] En person berörs:
   *[other] { $count } personer berörs:
}
roles-gains = får { $list }
roles-loses = förlorar { $list }
roles-copy = Kopiera
roles-reset = Ångra alla ändringar
roles-delete = Ta bort roll
roles-delete-title = Ta bort { $name }?
roles-delete-text = Rollen kan inte längre delas ut. Det som personer har direkt behåller de.
roles-delete-held = { $count ->
    [one] En person har den och förlorar det som den ger.
   *[other] { $count } personer har den och förlorar det som den ger.
}
roles-move-to = Ge dem i stället
roles-move-nowhere = Ingen annan roll
roles-holders-more = { $count ->
    [one] en till
   *[other] { $count } till
}
roles-confirm-title = Ge alla med { $role } känsliga behörigheter?
roles-reset-title = Ångra alla ändringar av { $role }?
roles-reset-text = Den blir åter som den var när den kom med Latchkey.
roles-reset-touches = { $count ->
    [one] En person har den och kan få eller förlora behörigheter.
   *[other] { $count } personer har den och kan få eller förlora behörigheter.
}
roles-newer = Någon annan har just sparat den här rollen. Det du skrev finns kvar.
roles-newer-look = Se båda versionerna
roles-keep = Behåll rollen
roles-deleted = { $name } är borttagen.
roles-unknown = Det finns ingen sådan roll
roles-unknown-text = Den kan ha tagits bort.
roles-conflict-title = Någon annan har ändrat rollen
roles-conflict-text = Dina ändringar finns kvar i formuläret men är inte sparade än.
