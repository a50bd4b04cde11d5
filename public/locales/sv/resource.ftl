# Det som finns bakom menyerna: listor, poster och formulär av alla slag. Vad en post kallas säger butikens server.

# Listor.
resource-new = Lägg till
resource-export = Ladda ner som CSV
resource-search = Sök i { $what }
resource-any = Alla
resource-yes = Ja
resource-no = Nej
resource-from = Från
resource-to = Till
resource-more-filters = Fler filter
resource-clear-filters = Rensa filter
resource-sort = Sortera efter
# I ett val av ordning, efter kolumnens namn.
resource-ascending = { $column }, stigande
resource-descending = { $column }, fallande
resource-total = { $total ->
    [one] En totalt
   *[other] { $total } totalt
}
resource-showing = { NUMBER($first) }–{ NUMBER($last) } av { NUMBER($total) }
resource-showing-some = { NUMBER($shown) } av { NUMBER($total) }
resource-pages = Sidor
resource-previous = Föregående
resource-next = Nästa
resource-empty = Inget här än
resource-no-hits-title = Inget matchar
resource-no-hits-text = Prova andra ord eller rensa filtren.
# I stället för ett värde som saknas; läses bara upp.
resource-nothing = inget

# Poster som ligger i varandra.
resource-move-up = Upp
resource-move-down = Ner
resource-move-in = In
resource-move-out = Ut
# Läses bara upp: hur djupt en rad ligger.
resource-level = nivå { NUMBER($level) }

# Formulär.
resource-choose = Välj…
resource-no-changes = Inga ändringar
resource-changes = { $count ->
    [one] Ett fält ändrat
   *[other] { $count } fält ändrade
}
resource-discard = Kasta ändringar
resource-unsaved = Det du har ändrat är inte sparat.
resource-restored-typing = Det du skrev tidigare finns kvar, men är inte sparat än.
resource-discard-typing = Kasta det
resource-read-only = Du kan se det här men inte ändra det. Det kräver: { $permissions }.
resource-read-only-owner = Du kan se det här men inte ändra det. Bara ägaren kan.
resource-secret = Det som är sparat visas inte. Lämna fältet tomt för att behålla det.
resource-gone-title = Det här finns inte längre
resource-gone-text = Det kan ha tagits bort, eller så är adressen felskriven.
resource-search-placeholder = Skriv för att söka
resource-search-none = Inget matchar.

# Rader i ett formulär.
resource-rows = { $count ->
    [one] En rad
   *[other] { $count } rader
}
resource-row = Rad { NUMBER($number) }
resource-row-add = Lägg till en rad
resource-row-remove = Ta bort

# Texter som är till för att kopieras.
resource-copy = Kopiera
resource-copied = Kopierat.

# Bilder.
resource-image-file = Välj en bild
resource-image-alt = Vad bilden visar
resource-image-remove = Ta bort bilden
resource-image-refused = Det här är ingen bild som kan visas här. Välj en JPEG-, PNG- eller WebP-fil.

# Adresser.
resource-address-name = Namn
resource-address-street = Gata och nummer
resource-address-postcode = Postnummer
resource-address-city = Ort
resource-address-region = Region
resource-address-country = Land, två bokstäver

# Under ett fält.
resource-at-least = Ange { $number } eller mer.
resource-at-most = Ange { $number } eller mindre.
resource-too-few = Lägg till minst { $min ->
    [one] en
   *[other] { $min }
}.
resource-too-many = Behåll högst { $max ->
    [one] en
   *[other] { $max }
}.
resource-malformed-amount = Skriv ett belopp, till exempel 12,50.
resource-malformed-date = Skriv ett helt datum.
resource-malformed-uri = Skriv en hel webbadress, till exempel https://example.com.
resource-taken = Något annat har redan det här. Välj något annat.

# Någon annan sparade först.
resource-conflict-title = Någon annan sparade först
resource-conflict-text = Ni har ändrat samma sak. Välj vilken version som gäller; inget går förlorat förrän du sparar.
resource-conflict-apart = Ni har ändrat olika saker, så båda kan behållas.
resource-conflict-taken = Hämtat från den andra: { $fields }.
resource-conflict-yours = Din
resource-conflict-theirs = Sparat under tiden
resource-conflict-save = Spara så

# Ta bort.
resource-delete = Ta bort
resource-deleted = { $name } är borttagen.
resource-restored = Den är tillbaka.

# Kommandon.
resource-sensitive = Känsligt
resource-reveal-title = Skriv ner det här nu
resource-reveal-text = Det visas bara den här gången.
resource-reveal-label = Kod
resource-reveal-copy = Kopiera
resource-reveal-copied = Kopierat.
resource-preview-title = Förhandsgranskning
resource-preview-subject = Ämne
resource-preview-ahead = Bredvid ämnet
resource-preview-text = Brevet

# Det som hör till en post.
resource-related-none = Inga än.
resource-related-all = Visa alla { NUMBER($total) }
