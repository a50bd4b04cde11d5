# Confirming that it is you, before what matters most.

identity-title = Confirm it is you
identity-text = Some time has passed since you signed in. Enter your password to go on: what you typed stays as it is.
identity-confirm = Confirm
identity-busy = Confirming…
