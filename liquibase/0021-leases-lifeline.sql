--liquibase formatted sql

--changeset media-enricher:0021-lifeline
--comment Whether the node holds the lock of its incarnation, in a session that ends with its process: advisory lock (7077, incarnation).
alter table enricher.nodes add column lifeline boolean not null default false;

--changeset media-enricher:0021-holds-lifeline splitStatements:false
create function enricher.holds_lifeline(asked bigint) returns boolean language sql stable
return exists (
  select from pg_catalog.pg_locks l
   where l.locktype = 'advisory' and l.classid = 7077 and l.objid = (asked & 2147483647)::oid and l.objsubid = 2
     and l.granted);
revoke execute on function enricher.holds_lifeline(bigint) from public;
grant execute on function enricher.holds_lifeline(bigint) to service_role;

--changeset media-enricher:0021-is-alive splitStatements:false
--comment A process that died lets go of its lifeline at once, so two missed heartbeats are enough then. A node that was cut off, or stands still, has it still, or never had one: it has its whole lease. So has everybody after a start of the database, with which all sessions ended.
create or replace function enricher.is_alive(asked bigint) returns boolean language sql stable set search_path = '' as
$$
  select exists (select from enricher.nodes n
                  where n.incarnation = asked and n.lease_until > clock_timestamp()
                    and (not n.lifeline
                         or n.seen_at > clock_timestamp() - interval '12 seconds'
                         or pg_postmaster_start_time() > clock_timestamp() - interval '30 seconds'
                         or enricher.holds_lifeline(asked)))
$$;
