# Tidpunkter, där webbläsarens egna ord inte räcker till.

dates-now = alldeles nyss
dates-today = i dag { $time }
dates-yesterday = i går { $time }
