# The reports page: figures over a span of days.

reports-lead = How the store is doing, and how that compares.
reports-span = Days
reports-last-days = Last { NUMBER($count) } days
reports-from = From
reports-to = To
reports-compare = Compare with the days before
reports-csv = Download CSV
reports-before = Before: { $before }
# $change is written with its sign, such as +12%.
reports-change = { $change } compared with { $before } before
reports-table = Show as a table
reports-nothing = Nothing in these days.
reports-column-day = Day
reports-column-thing = Name
reports-column-value = These days
reports-column-before = Before
reports-chart-label = { $name } from { $from } to { $to }. The table below has the figures.
reports-point = { $day }: { $value }
reports-point-before = { $day }: { $value }, before { $before }
