# The heading of every screen, which is also its name in the menu and in the window's title.
# A screen called x in the table of screens has x-title here.

overview-title = Overview
orders-title = Orders
carts-title = Abandoned carts
customers-title = Customers
products-title = Products
categories-title = Categories
gift-cards-title = Gift cards
campaigns-title = Campaigns
discounts-title = Discounts
newsletters-title = Newsletters
automations-title = Automated emails
reports-title = Reports
analytics-title = Analytics tools
site-title = Website
site-address-title = Site address
embed-title = Add to other sites
social-title = Social media
marketplaces-title = Marketplaces
general-title = General and legal
tax-title = Taxes
shipping-title = Shipping
payment-title = Payment methods
notifications-title = Notifications
staff-title = Staff accounts
staff-new-title = Add staff member
# Until the person's name has arrived.
staff-member-title = Staff member
roles-title = Roles
activity-title = Activity
role-new-title = Add role
# Until the role's name has arrived.
role-title = Role
letters-title = Letters
billing-title = Billing and subscription
profile-title = My profile
staff-onboarding-title = Onboarding
