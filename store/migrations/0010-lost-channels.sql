-- Channels of which Teams said that they are not there, or that the app may not post in them. What is meant for a group
-- goes nowhere else meanwhile.
CREATE TABLE lost_channel (
  channel_id text PRIMARY KEY,
  team_id text
);
