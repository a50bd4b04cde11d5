# Att lämna över butiken.

ownership-title = Ägande av butiken
ownership-offer-text = Ska { $name } driva butiken i ditt ställe? Då kan du erbjuda den. Ingenting ändras innan { $name } tackar ja.
ownership-offer = Erbjud butiken
ownership-other = Butiken är erbjuden till { $name }, till { $when }. Ett nytt erbjudande ersätter det.
ownership-offered = Du har erbjudit { $name } butiken. Erbjudandet gäller till { $when }.
ownership-take-back = Ta tillbaka
ownership-taken-back = Erbjudandet är tillbakataget. Du är kvar som ägare.

ownership-ask-title = Erbjuda { $name } butiken?
ownership-ask-text = När { $name } tackar ja är { $name } ägare och bestämmer om människor, pengar och allt annat.
ownership-ask-you = Du är kvar i personalen utan behörigheter och loggas ut överallt. Bara { $name } kan ändra det.
ownership-ask-factor = { $name } har inte tvåstegsinloggning än. Be hellre om det först.
ownership-confirm = Erbjud butiken
ownership-confirming = Erbjuder…
ownership-was-offered = { $name } har erbjudits butiken, i sju dagar.

# Den som den erbjuds.
ownership-to-you = { $owner } erbjuder dig butiken, till { $when }.
ownership-to-you-means = Som ägare bestämmer du om människor, pengar och allt annat. { $owner } är kvar i personalen utan behörigheter tills du bestämmer något annat.
ownership-accept = Tacka ja
ownership-decline = Tacka nej
ownership-declined = Du har tackat nej. Ingenting ändras.
ownership-accept-title = Bli butikens ägare?
ownership-accept-text = Du tar genast över den från { $owner }. Du är fortsatt inloggad här och loggas ut överallt annars.
ownership-accept-confirm = Bli ägare
ownership-accepting = Tar över…
ownership-accepted = Butiken är din.
