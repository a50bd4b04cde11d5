# När butiken inte går att nå.

connection-lost = Butiken går inte att nå. Försöker igen om { $seconds ->
    [one] en sekund
   *[other] { $seconds } sekunder
}.
connection-trying = Butiken går inte att nå. Försöker igen nu…
connection-kept = Det du skrivit finns kvar.
connection-retry = Försök nu
connection-page-title = Butiken går inte att nå
connection-page-text = Sidan öppnas av sig själv så snart butiken svarar.
connection-not-sent = Det här sparades inte, eftersom butiken inte går att nå. Det finns kvar här; försök igen när den är tillbaka.
connection-trouble-title = Något gick fel
connection-unreadable = Butiken svarade på ett sätt som sidan inte förstår. Ladda om sidan: den kan ha uppdaterats.
