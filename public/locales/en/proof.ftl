# Confirming that it is you, before what matters most.

proof-title = Confirm it is you
proof-text = Some time has passed since you signed in. Enter your password to go on: what you typed stays as it is.
proof-confirm = Confirm
proof-busy = Confirming…
