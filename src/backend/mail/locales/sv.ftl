# Meddelanden som servern skriver till människor.

## Inbjudan till en butiks personal.
invitation-subject = { $owner } bjuder in dig till { $store }
invitation-greeting = Hej { $name }!
invitation-greeting-nameless = Hej!
invitation-offer = { $owner } vill gärna ha din hjälp med { $store } och har förberett ett personalkonto åt dig.
invitation-steps = Följ länken, välj ett lösenord som bara är ditt, så är du inne.
invitation-button = Gå med i { $store }
invitation-address = Om knappen inte fungerar kan du kopiera den här adressen till webbläsaren:
invitation-note = Några ord från { $owner }:
invitation-expires = Länken fungerar en gång, bara för dig, till den { $when }. Skicka den inte vidare.
invitation-unexpected = Väntade du dig inte det här? Låt då länken vara, så händer ingenting.

## En påminnelse om vad någon lämnade i varukorgen.
cart-subject = Din varukorg hos { $store } finns kvar
cart-greeting = Hej { $name }!
cart-left = Du fyllde en varukorg hos { $store } och lämnade den. Vi har sparat den åt dig:
cart-item = { $quantity } × { $name }
cart-sum = Tillsammans: { $sum }
cart-back = Kom tillbaka när det passar dig; dina saker väntar.
cart-unexpected = Vill du inte ha dem längre behöver du inte göra någonting.

## Ägaren har tagit bort tvåstegsinloggning.
second-factor-subject = Tvåstegsinloggning hos { $store } har stängts av
second-factor-greeting = Hej { $name },
second-factor-own = { $owner } har stängt av tvåstegsinloggning för ditt konto hos { $store }. Du loggar in med bara ditt lösenord; ställ gärna in det på nytt.
second-factor-own-unexpected = Har du inte bett om detta? Säg det till ägaren genast.
second-factor-other = Du har stängt av tvåstegsinloggning för { $name } hos { $store } och avslutat alla sessioner.
second-factor-other-unexpected = Var det inte du? Byt genast lösenord och avsluta dina andra sessioner.

## Någon med en död inbjudan ber ägaren om en ny.
request-subject = { $name } ber om en ny inbjudan till { $store }
request-what = Inbjudan som du skickade till { $name } ({ $email }) fungerar inte längre, och nu ber personen om en ny. Skicka den igen med ett klick, eller avfärda önskemålet.
request-button = Se önskemålet
request-unexpected = Den som ber hade länken som du skickade. Vill du inte längre bjuda in personen behöver du inte göra någonting.

## Ägaren påminner någon om stegen före åtkomst.
reminder-subject = Några steg återstår innan { $store } öppnas för dig
reminder-what = { $owner } påminner dig: innan din åtkomst till { $store } öppnas återstår detta: { $steps }.
reminder-button = Fortsätt där du slutade
reminder-unexpected = Logga in med ditt eget lösenord. Har du inte gått med i { $store }? Låt då länken vara.
step-choose-password = välja ett lösenord
step-security-basics = läsa och godkänna säkerhetsreglerna
step-second-factor = ställa in tvåstegsinloggning
step-guided-tour = ta rundturen
## En länk för ett nytt lösenord.
password-link-subject = Ett nytt lösenord för { $store }
password-link-what = Någon, troligen du, har bett om ett nytt lösenord för ditt konto hos { $store }. Välj ett med den här länken. Den fungerar en gång, till den { $when }.
password-link-button = Välj ett nytt lösenord
password-link-unexpected = Har du inte bett om detta? Låt då länken vara; ditt lösenord är oförändrat.
password-link-by-owner-subject = Ett nytt lösenord för { $store }
password-link-by-owner-what = { $owner } har låtit skicka den här länken till dig, så att du kan välja ett nytt lösenord för ditt konto hos { $store }. Den fungerar en gång, till den { $when }.
password-link-by-owner-button = Välj ett nytt lösenord
password-link-by-owner-unexpected = Väntade du dig inte detta? Fråga då { $owner } innan du följer länken; ditt lösenord är oförändrat tills du gör det.

## Ett nytt lösenord valdes med en sådan länk.
password-reset-subject = Ditt lösenord hos { $store } har ändrats
password-reset-what = Ett nytt lösenord har valts för ditt konto hos { $store }, och du har loggats ut överallt.
password-reset-button = Be om ett nytt lösenord
password-reset-unexpected = Var det inte du? Be genast om ett nytt lösenord och säg till butikens ägare.

## En inloggning på en ny enhet.
new-device-subject = En ny inloggning hos { $store }
new-device-what = Någon har loggat in på ditt konto hos { $store } med { $device }, den { $when }. Där har du inte loggat in förut.
new-device-button = Se var du är inloggad
new-device-unexpected = Var det du? Då behöver du inte göra någonting. Annars: byt genast lösenord och logga ut överallt annars.
new-device-unknown-subject = En ny inloggning hos { $store }
new-device-unknown-what = Någon har loggat in på ditt konto hos { $store } på en enhet som inte säger vad den är, den { $when }. Där har du inte loggat in förut.
new-device-unknown-button = Se var du är inloggad
new-device-unknown-unexpected = Var det du? Då behöver du inte göra någonting. Annars: byt genast lösenord och logga ut överallt annars.

## Butiken lämnas över.
ownership-offered-subject = { $owner } erbjuder dig { $store }
ownership-offered-what = { $owner } vill att du blir ägare till { $store }: den som bestämmer om människor, pengar och allt annat. Logga in och öppna ”Min profil” för att tacka ja eller nej, senast { $when }.
ownership-offered-button = Se erbjudandet
ownership-offered-unexpected = Väntade du dig inte detta? Fråga då { $owner } först. Ingenting ändras innan du tackar ja.
ownership-offered-by-you-subject = Du har erbjudit { $name } att ta över { $store }
ownership-offered-by-you-what = Du har erbjudit { $name } att ta över { $store }. När { $name } tackar ja, senast { $when }, är du inte längre ägare. Till dess kan du ta tillbaka erbjudandet.
ownership-offered-by-you-button = Se erbjudandet
ownership-offered-by-you-unexpected = Var det inte du? Ta då tillbaka erbjudandet, byt genast lösenord och logga ut överallt annars.
ownership-declined-subject = { $name } tar inte över { $store }
ownership-declined-what = { $name } har tackat nej till ditt erbjudande. Du är kvar som ägare till { $store }.
ownership-declined-button = Se kontot
ownership-declined-unexpected = Har du inte gjort det erbjudandet? Byt då genast lösenord och logga ut överallt annars.
ownership-given-subject = { $store } har en ny ägare
ownership-given-what = { $name } har tackat ja till ditt erbjudande och äger nu { $store }. Ditt konto finns kvar utan behörigheter och du har loggats ut överallt. Vad du får göra bestämmer { $name }.
ownership-given-button = Logga in
ownership-given-unexpected = Har du inte gjort det erbjudandet? Tala då genast med { $name }.
ownership-taken-subject = Du är nu ägare till { $store }
ownership-taken-what = { $store } är din nu. { $name } är kvar i personalen utan behörigheter tills du bestämmer något annat. Du har loggats ut överallt utom där du tackade ja.
ownership-taken-button = Se din personal
ownership-taken-unexpected = Var det inte du? Byt då genast lösenord och tala med { $name }.

## Ett belopp, och vad som står före decimalerna.
money = { $amount } { $currency }
money-decimal = ,

## En tidpunkt.
moment = { $day } { $month } { $year } kl. { $time } (UTC)
month-01 = januari
month-02 = februari
month-03 = mars
month-04 = april
month-05 = maj
month-06 = juni
month-07 = juli
month-08 = augusti
month-09 = september
month-10 = oktober
month-11 = november
month-12 = december
