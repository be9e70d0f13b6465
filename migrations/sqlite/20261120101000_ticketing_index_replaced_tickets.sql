-- A ticket's page shows the tickets it replaced; without an index each look read every ticket of the file.
create index tickets_by_replacement on tickets (replaced_by_ticket_id) where replaced_by_ticket_id is not null;
