# Rapportsidan: siffror över ett antal dagar.

reports-lead = Hur det går för butiken, och jämfört med tidigare.
reports-span = Dagar
reports-last-days = Senaste { NUMBER($count) } dagarna
reports-from = Från
reports-to = Till
reports-compare = Jämför med dagarna före
reports-csv = Ladda ner CSV
reports-before = Tidigare: { $before }
# $change skrivs med sitt tecken, till exempel +12 %.
reports-change = { $change } jämfört med { $before } tidigare
reports-table = Visa som tabell
reports-nothing = Inget under de här dagarna.
reports-column-day = Dag
reports-column-thing = Namn
reports-column-value = De här dagarna
reports-column-before = Tidigare
reports-chart-label = { $name } från { $from } till { $to }. Tabellen nedanför har siffrorna.
reports-point = { $day }: { $value }
reports-point-before = { $day }: { $value }, tidigare { $before }
