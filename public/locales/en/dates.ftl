# Moments, as far as the browser's own words don't do. Times and dates arrive ready written.

dates-now = Just now
dates-today = Today { $time }
dates-yesterday = Yesterday { $time }
