-- What people have said, and what is needed to delete nothing by mistake and to notice a fight.

alter table resource add column if not exists is_protected boolean default false not null;
alter table resource add column if not exists straying varchar;                       -- JSON: how long it has been declared no longer
alter table resource add column if not exists turned_back varchar default '{}' not null; -- JSON: field path to how often we put it back

create table if not exists decision (
    id          varchar(64) not null primary key,
    environment varchar(255) not null,
    expires_at  timestamp with time zone not null,
    content     text not null            -- JSON: who said what of which changes
);

create index if not exists decision_by_environment on decision (environment);

create table if not exists pause (
    scope   varchar(255) not null primary key, -- an environment, or * for all of them
    content text not null                      -- JSON: who, why, until when
);

-- When an ignore rule last met a difference, to the hour: a rule that never does is reported.
create table if not exists rule_use (
    environment varchar(255) not null,
    rule        varchar(64) not null,
    first_seen  timestamp with time zone not null,
    last_hit    timestamp with time zone,
    primary key (environment, rule)
);
