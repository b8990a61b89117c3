--liquibase formatted sql

--changeset media-enricher:0004-nodes
--comment One row a node. Every lease names the incarnation that took it: a node that starts anew, or that was silent for longer than its lease, comes back under another incarnation, and what it held before is free.
create table enricher.nodes (
  name        text        primary key,
  incarnation bigint      not null unique,
  version     text        not null,
  started_at  timestamptz not null,
  seen_at     timestamptz not null,
  lease_until timestamptz not null
);
create sequence enricher.incarnations;
create sequence enricher.fencing_tokens;
alter table enricher.nodes enable row level security;
alter table enricher.nodes force row level security;
create policy nodes_service on enricher.nodes for all to service_role
  using ((select enricher.is_service()));
grant select, insert, update, delete on enricher.nodes to service_role;
grant usage on sequence enricher.incarnations, enricher.fencing_tokens to service_role;

--changeset media-enricher:0004-is-alive splitStatements:false
--comment By the database's clock alone; no node's own clock counts.
create function enricher.is_alive(asked bigint) returns boolean language sql stable set search_path = '' as
$$
  select exists (select from enricher.nodes n
                  where n.incarnation = asked and n.lease_until > clock_timestamp())
$$;

--changeset media-enricher:0004-grants
grant execute on function enricher.is_alive(bigint) to service_role;
