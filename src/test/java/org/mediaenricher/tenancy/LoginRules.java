package org.mediaenricher.tenancy;

/** What roles that log in have to keep, but for the one that PostgreSQL began with and the owner of the database. */
final class LoginRules {
    static final SchemaRule NO_POWER = new SchemaRule("a login role with a power of its own", """
            select r.rolname || ' ' || p.what
              from pg_roles r
              join pg_database d on d.datname = current_database() and d.datdba <> r.oid
             cross join lateral (values
                ('is a superuser', r.rolsuper),
                ('passes by policies', r.rolbypassrls),
                ('makes roles', r.rolcreaterole),
                ('makes databases', r.rolcreatedb),
                ('inherits', r.rolinherit),
                ('may be the owner', not r.rolsuper and pg_has_role(r.oid, d.datdba, 'member')),
                ('owns something', exists (
                  select from pg_shdepend o
                   where o.refclassid = 'pg_authid'::regclass and o.refobjid = r.oid and o.deptype = 'o'))
              ) as p (what, has)
             where (r.rolcanlogin or r.rolname = 'media_enricher') and r.oid <> 10 and p.has
             order by 1
            """);

    private LoginRules() {}
}
