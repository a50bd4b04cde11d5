# Varje sidas rubrik, som också är dess namn i menyn och i fönstrets titel.

overview-title = Översikt
orders-title = Order
carts-title = Övergivna varukorgar
customers-title = Kunder
products-title = Produkter
categories-title = Kategorier
gift-cards-title = Presentkort
campaigns-title = Kampanjer
discounts-title = Rabatter
newsletters-title = Nyhetsbrev
automations-title = Automatiska mejl
reports-title = Rapporter
analytics-title = Analysverktyg
site-title = Webbplats
site-address-title = Webbadress
embed-title = Lägg till på andra sidor
social-title = Sociala medier
marketplaces-title = Marknadsplatser
general-title = Allmänt och juridik
tax-title = Skatter
shipping-title = Frakt
payment-title = Betalningssätt
notifications-title = Aviseringar
staff-title = Personalkonton
staff-new-title = Lägg till personalmedlem
staff-member-title = Personalmedlem
roles-title = Roller
activity-title = Aktivitet
role-new-title = Lägg till roll
# Tills rollens namn har kommit.
role-title = Roll
letters-title = Brev
billing-title = Betalning och abonnemang
profile-title = Min profil
staff-onboarding-title = Introduktion
