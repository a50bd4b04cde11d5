# A forgotten password: asking for a link, and choosing a new one with it.

forgotten-title = A new password
forgotten-lead = Enter the email address you sign in with, and we send you a link to choose a new password.
forgotten-send = Send the link
forgotten-sending = Sending…
forgotten-back = Back to signing in
forgotten-sent-title = Look in your mail
forgotten-sent-text = If { $email } belongs to somebody who works here, a link is on its way. It works for one hour.
forgotten-sent-nothing = Nothing there? Look among unwanted mail, or ask the owner of the store.
forgotten-again = Use another address

reset-title = Choose a new password
reset-lead = For { $email }. Once it is saved, you are signed out everywhere.
reset-save = Save password
reset-done-title = Your password is changed
reset-done-text = Sign in with it now.
reset-dead-title = This link no longer works
reset-dead-again = Ask for another link
