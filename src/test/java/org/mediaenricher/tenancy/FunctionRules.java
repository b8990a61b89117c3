package org.mediaenricher.tenancy;

/** What functions have to keep, but for those of PostgreSQL and its extensions. */
final class FunctionRules {
    static final SchemaRule NO_FOREIGN_NAMES = new SchemaRule(
            "a SECURITY DEFINER function whose search_path is not empty: its caller chooses what names mean", """
            select p.oid::regprocedure::text
              from pg_proc p
              join pg_namespace n on n.oid = p.pronamespace and n.nspname !~ '^(pg_|information_schema$)'
             where p.prosecdef
               and not coalesce(p.proconfig, '{}') @> array['search_path=""']
               and not exists (select from pg_depend d
                                where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
             order by 1
            """);

    static final SchemaRule NOT_FOR_EVERYBODY =
            new SchemaRule("a function that everybody may execute, as PostgreSQL has it unless it is revoked", """
            select p.oid::regprocedure::text
              from pg_proc p
              join pg_namespace n on n.oid = p.pronamespace and n.nspname !~ '^(pg_|information_schema$)'
             where exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) as g
                            where g.grantee = 0)
               and not exists (select from pg_depend d
                                where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
             order by 1
            """);

    private FunctionRules() {}
}
