--liquibase formatted sql

--changeset media-enricher:0009-assets-storage
--comment A row with its metadata is 2 to 3 kB, just over the 2 kB from which on PostgreSQL compresses. That cost a third of each write; the table is 40 % larger for it. Longer rows are compressed as before.
alter table public.media_assets set (toast_tuple_target = 4080);
