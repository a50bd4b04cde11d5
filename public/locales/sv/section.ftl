# En avdelnings första sida: vad man får göra där, ur katalogen.

# Opens the two lists where they are folded away.
section-about = Din åtkomst här
section-can = Det här kan du göra här
section-cannot = Det här kan du inte göra
section-yes = Ja:
section-no = Nej:
section-all = Du kan göra allt här.
section-read-only = Du kan titta, men inte ändra något här.
section-ask = Fråga butikens ägare om du behöver mer.
section-empty-title = Inget här än
section-empty-text = Det som hör hit kommer att visas på den här sidan.
section-owner = Som ägare kan du göra allt här.
section-who-title = Vilka andra som har åtkomst
section-who = Välj vem som har åtkomst
