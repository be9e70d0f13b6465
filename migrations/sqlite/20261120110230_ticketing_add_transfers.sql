-- Tickets on their way to somebody else: who has the token takes the ticket over under a new code (domain.md, 2.5).

create table ticket_transfers (
  id blob primary key check (length(id) = 16),
  event_id blob not null references events (id),
  ticket_id blob not null references tickets (id),
  -- Only the hash: who reads the file cannot take tickets over.
  token_hash blob not null unique check (length(token_hash) = 32),
  status text not null check (status in ('pending', 'completed', 'cancelled', 'expired')),
  recipient_name text not null default '' check (length(recipient_name) <= 300),
  recipient_email text not null default '' check (length(recipient_email) <= 254),
  expires_at integer not null,
  new_ticket_id blob references tickets (id),
  created_at integer not null,
  updated_at integer not null,
  created_by_user_id blob,
  updated_by_user_id blob,
  version integer not null default 1 check (version > 0),
  check ((status = 'completed') = (new_ticket_id is not null))
) strict, without rowid;
create unique index ticket_transfers_once_pending on ticket_transfers (ticket_id) where status = 'pending';
create index ticket_transfers_by_event on ticket_transfers (event_id, id);
