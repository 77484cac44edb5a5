-- Who asked for what happened; null where Holdfast acted by itself.
alter table event add column if not exists actor_name varchar(255);
alter table event add column if not exists actor_means varchar(32);

-- What was answered to a request with an Idempotency-Key, so that repeating it does nothing twice.
create table if not exists answer (
    id       varchar(64) not null primary key, -- digest of who asked, for what, under which key
    actor    varchar(320) not null,            -- whose answers are counted, and bounded, together
    request  varchar(64) not null,             -- digest of the body
    begun_at timestamp with time zone not null,
    status   integer,                          -- absent while the request is being worked on
    type     varchar(255),
    body     text
);

create index if not exists answer_by_actor on answer (actor, begun_at);
