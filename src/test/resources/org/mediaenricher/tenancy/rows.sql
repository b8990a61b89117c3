-- A row of each tenant table, made from a tenant and a number: what row-security.txt is tried on. The heading says how
-- many rows each of the two tenants has; the next number is inserted as whoever is tried.

-- public.tenants 1
insert into public.tenants (id, name) select tenant, 'Tenant' from given

-- public.buckets 2
insert into public.buckets (tenant_id, name, location) select tenant, 'bucket-' || n, 'folder' from given

-- public.media_enrich_runs 3
insert into public.media_enrich_runs (tenant_id, id, bucket, prefix, mode, trigger, started_by)
select tenant, md5(tenant || '/run/' || n)::uuid, 'bucket-1', 'prefix-' || n, 'all', 'backfill', 'someone' from given

-- public.media_enrich_slices 2
insert into public.media_enrich_slices (tenant_id, run_id, number, after_key, last_key, object_count)
select tenant, md5(tenant || '/run/1')::uuid, n, 'a', 'b', 1 from given

-- public.media_enrich_run_minutes 2
insert into public.media_enrich_run_minutes (tenant_id, run_id, minute, processed, failed)
select tenant, md5(tenant || '/run/1')::uuid, timestamptz '2026-01-01' + n * interval '1 minute', 1, 0 from given

-- public.media_enrich_failures 2
insert into public.media_enrich_failures (tenant_id, run_id, path, bucket, code, message, size_bytes, etag)
select tenant, md5(tenant || '/run/1')::uuid, 'path-' || n, 'bucket-1', 'code', 'Sentence.', 1, 'etag' from given

-- public.batch_executions 2
insert into public.batch_executions (tenant_id, id, run_id, node, incarnation, execution_id, job, role)
select tenant, md5(tenant || '/execution/' || n)::uuid, md5(tenant || '/run/1')::uuid, 'node', 1, n, 'backfill', 'driver' from given

-- public.media_assets 3
insert into public.media_assets (tenant_id, id, bucket, path, status, size_bytes, etag, tags)
select tenant, md5(tenant || '/asset/' || n)::uuid, 'bucket-1', 'path-' || n, 'ready', 1, 'etag', '{tag}' from given

-- public.media_asset_looks 2
insert into public.media_asset_looks (tenant_id, asset_id, etag, perceptual_hash)
select tenant, md5(tenant || '/asset/' || n)::uuid, 'etag', n from given

-- public.media_asset_tags 0
insert into public.media_asset_tags (tenant_id, tag, asset_id) select tenant, 'x', md5(tenant || '/asset/' || n)::uuid from given

-- public.media_asset_tallies 0
insert into public.media_asset_tallies (tenant_id, bucket, status, assets, bytes) select tenant, 'bucket-1', 'ready', n, 1 from given

-- audit.enricher_invocations 2
insert into audit.enricher_invocations (tenant_id, user_id, role, action, subject, result)
select tenant, 'someone', coalesce(auth.role(), 'nobody'), 'backfill', jsonb_build_object('run_id', 'run-' || n), 'done' from given

-- audit.invocation_chain 0
insert into audit.invocation_chain (tenant_id, position, invocation_id, hash) select tenant, 9, n, '' from given

-- audit.chain_heads 0
insert into audit.chain_heads (tenant_id, position, hash) select tenant, n, '' from given

-- audit.invocation_subjects 0
insert into audit.invocation_subjects (tenant_id, value, invoked_at, invocation_id) select tenant, 'x', now(), n from given

-- enricher.operators 2
insert into enricher.operators (tenant_id, id, name, user_role, password_hash, created_by)
select tenant, md5(tenant || '/operator/' || n)::uuid, 'name-' || n, 'viewer', 'hash', 'someone' from given

-- enricher.console_sessions 2
insert into enricher.console_sessions (tenant_id, secret_hash, operator_id, subject, expires_at)
select tenant, 'hash-' || n, md5(tenant || '/operator/1')::uuid, 'name-1', now() from given

-- enricher.rate_buckets 2
insert into enricher.rate_buckets (tenant_id, caller) select tenant, decode(md5(n::text), 'hex') from given

-- public.jobs 2
insert into public.jobs (tenant_id, id, kind) select tenant, n, 'kind' from given

-- public.jobs_history 2
insert into public.jobs_history (tenant_id, id, due_at, created_at, priority, attempt, max_attempts, status, kind, payload)
select tenant, n, now(), now(), 0, 1, 5, 'completed', 'kind', '{}' from given

-- public.jobs_dlq 2
insert into public.jobs_dlq
  (tenant_id, id, due_at, created_at, priority, attempt, max_attempts, payload_version, crashes, kind, payload, reason)
select tenant, n, now(), now(), 0, 5, 5, 1, 0, 'kind', '{}', 'Sentence.' from given

-- public.job_pauses 2
insert into public.job_pauses (tenant_id, kind, paused_by, reason) select tenant, 'kind-' || n, 'someone', 'Sentence.' from given

-- public.job_actions 2
insert into public.job_actions (tenant_id, id, action, filter, reason, asked_by, expected)
select tenant, md5(tenant || '/action/' || n)::uuid, 'redrive', '{}', 'Sentence.', 'someone', 1 from given

-- public.job_rollups 2
insert into public.job_rollups (tenant_id, minutes, since, kind, status, took_ms, jobs, busy_ms)
select tenant, 1, timestamptz 'epoch' + n * interval '1 minute', 'kind', 'completed', 7, 1, 7 from given

-- public.job_percentiles 2
insert into public.job_percentiles (tenant_id, minutes, since, completed, p50_ms, p95_ms, p99_ms)
select tenant, 1, timestamptz 'epoch' + n * interval '1 minute', 1, 7, 7, 7 from given

-- public.schedules 2
insert into public.schedules (tenant_id, id, name, expression, zone, kind, created_by, updated_by)
select tenant, md5(tenant || '/schedule/' || n)::uuid, 'name-' || n, '0 3 * * *', 'UTC', 'kind', 'someone', 'someone' from given

-- public.schedule_ticks 2
insert into public.schedule_ticks (tenant_id, schedule_id, due_at, node)
select tenant, md5(tenant || '/schedule/1')::uuid, timestamptz 'epoch' + n * interval '1 day', 'node' from given
