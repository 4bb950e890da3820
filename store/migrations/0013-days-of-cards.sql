-- The day whose facts a check-in card shows ("in 7 days", "overdue"): on the next it is drawn again.
ALTER TABLE check_in_card ADD COLUMN shows_day date;
