# Moments, as far as the browser's own words don't do. They stand inside sentences; alone, the program gives them a capital.

dates-now = just now
dates-today = today { $time }
dates-yesterday = yesterday { $time }
