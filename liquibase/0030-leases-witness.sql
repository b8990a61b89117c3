--liquibase formatted sql

--changeset media-enricher:0030-steady
--comment Since when a node's heartbeats came without a gap.
alter table enricher.nodes add column steady_since timestamptz not null default clock_timestamp();

--changeset media-enricher:0030-is-alive splitStatements:false
--comment A process that died lets go of its lifeline at once, so two missed heartbeats are enough then; but only where another node's came all the while. When none did, it was the database that stood still: whoever comes first afterwards would take all others for dead, or itself. A node that was cut off, or stands still, has its lifeline still, or never had one: it has its whole lease. So has everybody after a start of the database, with which all sessions ended.
create or replace function enricher.is_alive(asked bigint) returns boolean language sql stable set search_path = '' as
$$
  select exists (select from enricher.nodes n
                  where n.incarnation = asked and n.lease_until > clock_timestamp()
                    and (not n.lifeline
                         or n.seen_at > clock_timestamp() - interval '12 seconds'
                         or pg_postmaster_start_time() > clock_timestamp() - interval '30 seconds'
                         or enricher.holds_lifeline(asked)
                         or not exists (select from enricher.nodes witness
                                         where witness.seen_at > clock_timestamp() - interval '12 seconds'
                                           and witness.steady_since < clock_timestamp() - interval '12 seconds')))
$$;
