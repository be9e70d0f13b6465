-- A list is emptied at the same hour every night. Where the clocks skip that hour once, the moment alone would forget
-- which hour was meant (peer case C33).
alter table checkin_lists add column exit_all_minute integer check (exit_all_minute between 0 and 1439);
