# Choosing a password: what is said of it while it is typed, and why it is not taken.

password-too-common = Too easily guessed: many people use it, or something close to it.
password-too-personal = Too easily guessed: it is made of your name, your email address or the store's name.
password-fair = This will do. One word more would make it stronger.
password-good = Good password.
password-strong = Strong password.
