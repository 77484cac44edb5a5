-- What can be derived neither from git nor from AWS. The same script runs on H2 and on PostgreSQL.
-- Times are kept to the microsecond; JSON is kept as text, because only Holdfast reads inside it.
-- Each statement may be run again: H2 keeps what came before a statement that failed.

create table if not exists resource (
    environment  varchar(255) not null,
    kind         varchar(255) not null,  -- the word in a resource's id: service
    kind_type    varchar(255) not null,  -- the word in reports: ecs-service
    name         varchar(255) not null,  -- logical name, the key in the YAML
    aws_key      varchar(2048) not null, -- the AWS name it was managed under
    arn          varchar(2048),
    last_applied varchar not null,       -- JSON: field path to the value desired and live last agreed on
    since        varchar not null,       -- JSON: field path to the time from which it has differed
    intent       varchar,                -- JSON: a create that was begun and not yet seen
    attempt      varchar,                -- JSON: the last failure
    expectation  varchar,                -- JSON: a change AWS is finishing
    rejection    varchar,                -- JSON: a desired state AWS undid
    primary key (environment, kind, name, aws_key)
);

create table if not exists environment_condition (
    environment varchar(255) not null,
    type        varchar(32) not null,
    status      varchar(32) not null,
    reason      varchar(255) not null,
    message     varchar not null,
    commit_id   varchar(255) not null,
    since       timestamp with time zone not null,
    primary key (environment, type)
);

create table if not exists event (
    id            bigint generated always as identity primary key,
    environment   varchar(255) not null,
    happened_at   timestamp with time zone not null,
    resource_kind varchar(255),          -- absent when it concerns the whole environment
    resource_type varchar(255),
    resource_name varchar(255),
    reason        varchar(255) not null,
    message       varchar not null,
    commit_id     varchar(255) not null
);

create index if not exists event_by_environment on event (environment, id);

create table if not exists source (
    environment  varchar(255) not null primary key,
    commit_id    varchar(255) not null,
    committed_at timestamp with time zone, -- absent where the folder is under no version control
    path         varchar(4096) not null,
    files        text not null           -- JSON: file path to text
);

-- One row, rewritten to find out whether the ledger still takes a write.
create table if not exists pulse (
    id      integer not null primary key,
    beat_at timestamp with time zone not null
);
