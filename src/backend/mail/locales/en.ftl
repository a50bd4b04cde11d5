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

## Two-step sign-in was taken away by the owner.
second-factor-subject = Two-step sign-in at { $store } was turned off
second-factor-greeting = Hello { $name },
second-factor-own = { $owner } has turned off two-step sign-in for your account at { $store }. You can sign in with your password alone; please set it up again.
second-factor-own-unexpected = Did you not ask for this? Then tell the owner at once.
second-factor-other = You have turned off two-step sign-in for { $name } at { $store }, and ended all of their sessions.
second-factor-other-unexpected = Was this not you? Then change your password at once and end your other sessions.

## Somebody with a dead invitation asks the owner for a new one.
request-subject = { $name } asks for a new invitation to { $store }
request-what = The invitation that you sent to { $name } ({ $email }) no longer works, and they ask for a new one. Send it again with one click, or dismiss the request.
request-button = See the request
request-unexpected = Whoever asks had the link that you sent. If you do not want to invite this person any more, there is nothing you need to do.

## The owner reminds somebody of the steps before access.
reminder-subject = A few steps are left before { $store } opens for you
reminder-what = { $owner } reminds you: before your access to { $store } opens, this is left to do: { $steps }.
reminder-button = Go on where you stopped
reminder-unexpected = Sign in with your own password. Did you not join { $store }? Then leave the link alone.
step-choose-password = choose a password
step-security-basics = read and accept the security basics
step-second-factor = set up two-step sign-in
step-guided-tour = take the tour
## A link for a new password.
password-link-subject = A new password for { $store }
password-link-what = Somebody, most likely you, has asked for a new password for your account at { $store }. Choose one with this link. It works once, until { $when }.
password-link-button = Choose a new password
password-link-unexpected = Did you not ask for this? Then leave the link alone; your password stays as it is.
password-link-by-owner-subject = A new password for { $store }
password-link-by-owner-what = { $owner } has had this link sent to you, so that you can choose a new password for your account at { $store }. It works once, until { $when }.
password-link-by-owner-button = Choose a new password
password-link-by-owner-unexpected = Did you not expect this? Then ask { $owner } before you follow the link; your password stays as it is until you do.

## A new password was chosen with such a link.
password-reset-subject = Your password at { $store } was changed
password-reset-what = A new password was chosen for your account at { $store }, and you were signed out everywhere.
password-reset-button = Ask for a new password
password-reset-unexpected = Was this not you? Then ask for a new password at once, and tell the owner of the store.

## A sign-in on a new device.
new-device-subject = A new sign-in at { $store }
new-device-what = Somebody has signed in to your account at { $store } with { $device }, on { $when }. You have not signed in there before.
new-device-button = See where you are signed in
new-device-unexpected = Was this you? Then there is nothing to do. If not, change your password at once and sign out everywhere else.
new-device-unknown-subject = A new sign-in at { $store }
new-device-unknown-what = Somebody has signed in to your account at { $store } on a device that does not say what it is, on { $when }. You have not signed in there before.
new-device-unknown-button = See where you are signed in
new-device-unknown-unexpected = Was this you? Then there is nothing to do. If not, change your password at once and sign out everywhere else.

## The store is handed over.
ownership-offered-subject = { $owner } offers you { $store }
ownership-offered-what = { $owner } would like you to be the owner of { $store }: the one who decides about people, money and everything else. Sign in and open “My profile” to accept or decline, until { $when }.
ownership-offered-button = See the offer
ownership-offered-unexpected = Did you not expect this? Then ask { $owner } first. Nothing changes before you accept.
ownership-offered-by-you-subject = You have offered { $store } to { $name }
ownership-offered-by-you-what = You have offered { $store } to { $name }. Once { $name } accepts, until { $when }, you are the owner no longer. Until then you can take the offer back.
ownership-offered-by-you-button = See the offer
ownership-offered-by-you-unexpected = Was this not you? Then take the offer back, change your password at once and sign out everywhere else.
ownership-declined-subject = { $name } does not take over { $store }
ownership-declined-what = { $name } has declined your offer. You stay the owner of { $store }.
ownership-declined-button = See the account
ownership-declined-unexpected = Did you not make this offer? Then change your password at once and sign out everywhere else.
ownership-given-subject = { $store } has a new owner
ownership-given-what = { $name } has accepted your offer and is the owner of { $store } now. Your account stays, without any permissions, and you were signed out everywhere. What you may do is for { $name } to decide.
ownership-given-button = Sign in
ownership-given-unexpected = Did you not make this offer? Then speak to { $name } at once.
ownership-taken-subject = You are the owner of { $store }
ownership-taken-what = { $store } is yours now. { $name } stays on the staff without any permissions until you decide otherwise. You were signed out everywhere but where you accepted.
ownership-taken-button = See your staff
ownership-taken-unexpected = Was this not you? Then change your password at once and speak to { $name }.

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
