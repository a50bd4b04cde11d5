# Handing the store over.

ownership-title = Ownership of the store
ownership-offer-text = Is { $name } to run this store in your place? Then you can offer it. Nothing changes before { $name } accepts.
ownership-offer = Offer the store
ownership-other = The store is offered to { $name }, until { $when }. A new offer takes its place.
ownership-offered = You have offered the store to { $name }. It can be accepted until { $when }.
ownership-take-back = Take back
ownership-taken-back = The offer is taken back. You stay the owner.

ownership-ask-title = Offer the store to { $name }?
ownership-ask-text = Once { $name } accepts, { $name } is the owner, and decides about people, money and everything else.
ownership-ask-you = You stay on the staff without any permissions, and are signed out everywhere. Only { $name } can change that.
ownership-ask-factor = { $name } has no two-step sign-in yet. Better ask for that first.
ownership-confirm = Offer the store
ownership-confirming = Offering…
ownership-was-offered = The store is offered to { $name }, for seven days.

# To whom it is offered.
ownership-to-you = { $owner } offers you this store, until { $when }.
ownership-to-you-means = As its owner you decide about people, money and everything else. { $owner } stays on the staff without any permissions until you decide otherwise.
ownership-accept = Accept
ownership-decline = Decline
ownership-declined = You have declined. Nothing changes.
ownership-accept-title = Become the owner of this store?
ownership-accept-text = You take it over from { $owner } at once. You stay signed in here, and are signed out everywhere else.
ownership-accept-confirm = Become the owner
ownership-accepting = Taking over…
ownership-accepted = The store is yours.
