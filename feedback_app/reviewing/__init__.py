"""Young people review: what they find in the themes, and in a service, is kept in their own words."""
