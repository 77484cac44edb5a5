-- What was done and said is kept longer than what was only seen, and is read for the whole fleet at once.

alter table event add column if not exists deed boolean default false not null;

update event set deed = true
 where actor_name is not null
    or reason in ('Created', 'Updated', 'Adopted', 'Replaced', 'Deleted', 'Failed');

create index if not exists event_by_deed on event (environment, deed, id);
create index if not exists event_deeds on event (deed, id);
