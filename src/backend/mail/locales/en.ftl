# Messages that the backend writes to people.

## The invitation to join a store's staff.
invitation-subject = { $owner } invites you to { $store }
invitation-greeting = Hello { $name },
invitation-greeting-nameless = Hello,
invitation-offer = { $owner } would like your help with { $store } and has prepared a staff account for you.
invitation-steps = Follow the link, choose a password that is yours alone, and you are in.
invitation-button = Join { $store }
invitation-address = Should the button not work, copy this address into your browser:
invitation-note = A few words from { $owner }:
invitation-expires = The link works once, for you alone, until { $when }. Please do not pass it on.
invitation-unexpected = Did you not expect this? Then leave the link alone, and nothing happens.

## A reminder of what somebody left in the cart.
cart-subject = Your cart at { $store } is still here
cart-greeting = Hello { $name },
cart-left = You filled a cart at { $store } and left it. We have kept it for you:
cart-item = { $quantity } × { $name }
cart-sum = Together: { $sum }
cart-back = Come back whenever it suits you; your things are waiting.
cart-unexpected = If you no longer want them, you need not do anything.

## An amount of money, and what stands before its decimals.
money = { $currency } { $amount }
money-decimal = .

## A moment in time.
moment = { $day } { $month } { $year } at { $time } (UTC)
month-01 = January
month-02 = February
month-03 = March
month-04 = April
month-05 = May
month-06 = June
month-07 = July
month-08 = August
month-09 = September
month-10 = October
month-11 = November
month-12 = December
