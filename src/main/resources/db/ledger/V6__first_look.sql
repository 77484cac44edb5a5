-- What has never been seen to agree, so that a difference nobody can explain is not explained.
-- Null where it was not kept: of what is older nobody knows which differences were there from the beginning.

alter table resource add column if not exists first_look varchar; -- JSON: desired and live, each field path to value, when first compared
