-- Contended fields that a person wants enforced again, up to the pass that takes them up.

create table if not exists resumption (
    id          varchar(64) not null primary key,
    environment varchar(255) not null,
    content     text not null            -- JSON: which fields of which resource
);

create index if not exists resumption_by_environment on resumption (environment);
