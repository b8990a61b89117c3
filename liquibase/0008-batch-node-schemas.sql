--liquibase formatted sql

--changeset media-enricher:0008-node-schema splitStatements:false
--comment The batch engine writes STOPPING to the executions of every node that shares its repository, so each node has a schema of its own. The engine would create the tables itself; made here they belong to the owner, and have the indexes it forgets. Answers the search_path for the session.
create function enricher.enter_node(node text) returns text
language plpgsql security definer set search_path = '' as
$$
declare
  home text := 'batch_' || lower(regexp_replace(node, '[^A-Za-z0-9_]', '_', 'g'));
begin
  if length(home) > 63 then
    raise exception 'node name % is too long: 57 characters at most', node;
  end if;
  if to_regclass(format('%I.partition_execution', home)) is null then
    perform pg_advisory_xact_lock(hashtext(home));
    execute format('create schema if not exists %I', home);
    execute format($ddl$
      create table if not exists %1$I.job_instance (
        jobinstanceid bigserial primary key, version integer, jobname varchar(512), applicationname varchar(512));
      create table if not exists %1$I.job_execution (
        jobexecutionid bigserial primary key,
        jobinstanceid bigint not null references %1$I.job_instance on delete cascade,
        version integer, createtime timestamptz, starttime timestamptz, endtime timestamptz,
        lastupdatedtime timestamptz, batchstatus varchar(30), exitstatus varchar(512),
        jobparameters varchar(3000), restartposition varchar(255));
      create index if not exists job_execution_instance on %1$I.job_execution (jobinstanceid);
      create table if not exists %1$I.step_execution (
        stepexecutionid bigserial primary key,
        jobexecutionid bigint not null references %1$I.job_execution on delete cascade,
        version integer, stepname varchar(255), starttime timestamptz, endtime timestamptz,
        batchstatus varchar(30), exitstatus varchar(512), executionexception varchar(2048),
        persistentuserdata bytea, readcount integer, writecount integer, commitcount integer,
        rollbackcount integer, readskipcount integer, processskipcount integer, filtercount integer,
        writeskipcount integer, readercheckpointinfo bytea, writercheckpointinfo bytea);
      create index if not exists step_execution_job on %1$I.step_execution (jobexecutionid);
      create table if not exists %1$I.partition_execution (
        partitionexecutionid integer not null,
        stepexecutionid bigint not null references %1$I.step_execution on delete cascade,
        version integer, batchstatus varchar(30), exitstatus varchar(512), executionexception varchar(2048),
        persistentuserdata bytea, readercheckpointinfo bytea, writercheckpointinfo bytea,
        primary key (partitionexecutionid, stepexecutionid));
      create index if not exists partition_execution_step on %1$I.partition_execution (stepexecutionid);
      grant usage on schema %1$I to media_enricher;
      grant select, insert, update, delete on all tables in schema %1$I to media_enricher;
      grant usage on all sequences in schema %1$I to media_enricher;
      $ddl$, home);
  end if;
  return format('%I, public', home);
end
$$;

--changeset media-enricher:0008-grants
revoke execute on function enricher.enter_node(text) from public;
grant usage on schema enricher to media_enricher;
grant execute on function enricher.enter_node(text) to media_enricher;
