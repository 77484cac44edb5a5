-- What is known of the commits that desired states come from.
-- Each statement may be run again: H2 keeps what came before a statement that failed.

alter table source add column if not exists authored varchar; -- JSON: who wrote the commit, when, and its subject

-- The commit of a branch an environment was last allowed to follow; what is no descendant of it needs an approval.
create table if not exists accepted_head (
    environment varchar(255) not null primary key,
    repository  varchar(4096) not null, -- the address, without credentials
    branch      varchar(1024) not null,
    commit_id   varchar(255) not null,
    accepted_at timestamp with time zone not null
);

-- A rewritten history that a person has approved, up to the moment in which it is accepted.
create table if not exists approved_head (
    environment varchar(255) not null primary key,
    commit_id   varchar(255) not null,
    actor       varchar(255) not null,
    reason      varchar not null,
    approved_at timestamp with time zone not null
);
