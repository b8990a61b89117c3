--liquibase formatted sql

--changeset media-enricher:0018-home-of splitStatements:false
--comment The schema of a node's batch engine, as enter_node makes it.
create function enricher.home_of(node text) returns text language sql immutable set search_path = '' as
$$
  select 'batch_' || lower(regexp_replace(node, '[^A-Za-z0-9_]', '_', 'g'))
$$;

--changeset media-enricher:0018-forget-instances splitStatements:false
--comment Deletes, of every node's batch engine, at most so many job instances whose executions all ended, or were left, longer ago than an age; executions, steps and partitions go with them. running: what is to stay though it looks old, as schema.execution. What another node deletes now is passed over.
create function enricher.forget_instances(age interval, most integer, running text[]) returns integer
language plpgsql security definer set search_path = '' as
$$
declare
  home text;
  gone integer;
  total integer := 0;
begin
  for home in
    select n.nspname from pg_namespace n
     where starts_with(n.nspname, 'batch_') and to_regclass(format('%I.partition_execution', n.nspname)) is not null
     order by n.nspname
  loop
    execute format($dml$
      with old as materialized (
        select i.jobinstanceid from %1$I.job_instance i
         where not exists (
           select from %1$I.job_execution e
            where e.jobinstanceid = i.jobinstanceid
              and (coalesce(e.lastupdatedtime, e.createtime) > clock_timestamp() - $1
                   or %1$L || '.' || e.jobexecutionid = any ($3)))
           and exists (select from %1$I.job_execution e where e.jobinstanceid = i.jobinstanceid)
         order by i.jobinstanceid
         limit $2
         for update of i skip locked)
      delete from %1$I.job_instance i using old where i.jobinstanceid = old.jobinstanceid
      $dml$, home)
      using age, most - total, running;
    get diagnostics gone = row_count;
    total := total + gone;
    exit when total >= most;
  end loop;
  return total;
end
$$;

--changeset media-enricher:0018-grants
revoke execute on function enricher.home_of(text), enricher.forget_instances(interval, integer, text[]) from public;
grant execute on function enricher.home_of(text), enricher.forget_instances(interval, integer, text[]) to service_role;
