package org.mediaenricher.tenancy;

/** What tables, their indexes, and views over them have to keep. A tenant table is one with a tenant column. */
final class TableRules {
    static final SchemaRule SECURITY_IS_FORCED =
            new SchemaRule("a tenant table without enabled and forced row-level security", """
            select c.oid::regclass::text
              from pg_class c
              join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
             where c.relkind in ('r', 'p') and c.relpersistence <> 't'
               and (a.attname = 'tenant_id' or a.attname = 'id' and c.oid = 'public.tenants'::regclass)
               and not (c.relrowsecurity and c.relforcerowsecurity)
             order by 1
            """);

    static final SchemaRule UNIQUE_WITHIN_THE_TENANT = new SchemaRule(
            "a unique index of a tenant table that does not begin with the tenant: it tells one tenant of another's rows",
            """
            select i.indexrelid::regclass::text
              from pg_index i
              join pg_attribute a on a.attrelid = i.indrelid and not a.attisdropped
             where i.indisunique
               and (a.attname = 'tenant_id' or a.attname = 'id' and i.indrelid = 'public.tenants'::regclass)
               and i.indkey[0] <> a.attnum
             order by 1
            """);

    /** An index of the rows whose key is not null serves as well: no other row has anything to refer to. */
    static final SchemaRule FOREIGN_KEYS_ARE_INDEXED =
            new SchemaRule("a foreign key whose columns no index leads with", """
            select k.conrelid::regclass || '.' || k.conname
              from pg_constraint k
             where k.contype = 'f'
               and not exists (
                 select from pg_index i
                  where i.indrelid = k.conrelid and i.indisvalid
                    and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey
                    and (i.indpred is null
                         or pg_get_expr(i.indpred, i.indrelid) in (
                           select format('(%I IS NOT NULL)', a.attname) from pg_attribute a
                            where a.attrelid = k.conrelid and a.attnum = any (k.conkey))))
             order by 1
            """);

    static final SchemaRule VIEWS_ASK_AS_THE_READER =
            new SchemaRule("a view without security_invoker: it shows what its owner sees", """
            select c.oid::regclass::text
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace and n.nspname !~ '^(pg_|information_schema$)'
             where c.relkind = 'v'
               and not coalesce(c.reloptions, '{}') && array['security_invoker=true', 'security_invoker=on']
               and not exists (select from pg_depend d
                                where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
             order by 1
            """);

    /** Directly, or through views and other copies. */
    static final SchemaRule NO_COPY_OF_TENANT_ROWS =
            new SchemaRule("a materialized view of a tenant table: no policy stands before it", """
            with recursive exposed as (
              select c.oid
                from pg_class c
                join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
               where c.relkind in ('r', 'p')
                 and (a.attname = 'tenant_id' or c.oid = 'public.tenants'::regclass)
              union
              select r.ev_class
                from exposed e
                join pg_depend d on d.refclassid = 'pg_class'::regclass and d.refobjid = e.oid
                                and d.classid = 'pg_rewrite'::regclass
                join pg_rewrite r on r.oid = d.objid)
            select c.oid::regclass::text
              from exposed e join pg_class c on c.oid = e.oid
             where c.relkind = 'm'
             order by 1
            """);

    private TableRules() {}
}
