package org.mediaenricher.tenancy;

import java.util.List;

/**
 * A violation of a rule.
 *
 * @param rule the only one that may find it
 * @param sql makes it; rolled back afterwards
 * @param found what the rule calls it
 */
record Plant(SchemaRule rule, String sql, String found) {
    /** For each rule, every way of breaking it. */
    static final List<Plant> ALL = List.of(
            new Plant(TableRules.SECURITY_IS_FORCED, "create table planted (tenant_id uuid)", "planted"),
            new Plant(TableRules.SECURITY_IS_FORCED, "alter table tenants no force row level security", "tenants"),
            new Plant(TableRules.SECURITY_IS_FORCED, "alter table buckets disable row level security", "buckets"),
            new Plant(
                    TableRules.UNIQUE_WITHIN_THE_TENANT,
                    "create unique index planted on buckets (name) where name = ''",
                    "planted"),
            new Plant(
                    TableRules.UNIQUE_WITHIN_THE_TENANT,
                    "create unique index planted on buckets ((tenant_id::text), name)",
                    "planted"),
            new Plant(
                    TableRules.UNIQUE_WITHIN_THE_TENANT,
                    "create unique index planted on tenants (name) where name = ''",
                    "planted"),
            new Plant(TableRules.FOREIGN_KEYS_ARE_INDEXED, """
                    create table planted (a integer primary key, b integer constraint up references planted)
                    """, "planted.up"),
            new Plant(TableRules.FOREIGN_KEYS_ARE_INDEXED, """
                    create table planted (a integer primary key, b integer constraint up references planted);
                    create index on planted (a, b);
                    create index on planted (b) where a > 0
                    """, "planted.up"),
            new Plant(TableRules.VIEWS_ASK_AS_THE_READER, "create view planted as select 1 as one", "planted"),
            new Plant(
                    TableRules.VIEWS_ASK_AS_THE_READER,
                    "create view planted with (security_invoker = false) as select 1 as one",
                    "planted"),
            new Plant(
                    TableRules.NO_COPY_OF_TENANT_ROWS,
                    "create materialized view planted as select name from tenants",
                    "planted"),
            new Plant(TableRules.NO_COPY_OF_TENANT_ROWS, """
                    create view names with (security_invoker = true) as select name from buckets;
                    create materialized view planted as select * from names
                    """, "planted"),
            policy(PolicyRules.ASKS_A_CLAIM, "using (true)"),
            policy(PolicyRules.ASKS_A_CLAIM, "for select using (1 = 1)"),
            policy(PolicyRules.ASKS_A_CLAIM, "for select using ((select true))"),
            policy(PolicyRules.ASKS_A_CLAIM, "for select using (name <> '')"),
            policy(PolicyRules.ASKS_A_CLAIM, "for insert with check (true)"),
            policy(PolicyRules.ASKS_A_CLAIM, "using ((select enricher.is_service())) with check (true)"),
            policy(PolicyRules.ASKS_ONCE, "using (tenant_id = enricher.tenant_id())"),
            policy(PolicyRules.ASKS_ONCE, "for insert with check (enricher.is_service())"),
            policy(PolicyRules.ASKS_ONCE, "using ((select enricher.is_service()) and enricher.may('read'))"),
            policy(PolicyRules.ASKS_ONCE, "using ((select enricher.may(name)))"),
            function(FunctionRules.NO_FOREIGN_NAMES, "security definer"),
            function(FunctionRules.NO_FOREIGN_NAMES, "security definer set search_path = public"),
            new Plant(FunctionRules.NOT_FOR_EVERYBODY, """
                    create function planted() returns integer language sql security definer set search_path = ''
                      as 'select 1'
                    """, "planted()"),
            new Plant(
                    FunctionRules.NOT_FOR_EVERYBODY,
                    "grant execute on function enricher.may(text) to public",
                    "enricher.may(text)"),
            login("superuser", "is a superuser"),
            login("bypassrls", "passes by policies"),
            login("createrole", "makes roles"),
            login("createdb", "makes databases"),
            login("inherit", "inherits"),
            new Plant(
                    LoginRules.NO_POWER,
                    "revoke media_enricher from media_enricher_owner; grant media_enricher_owner to media_enricher",
                    "media_enricher may be the owner"),
            new Plant(
                    LoginRules.NO_POWER,
                    "create table planted (); alter table planted owner to media_enricher",
                    "media_enricher owns something"),
            new Plant(LoginRules.NO_POWER, "create role planted login", "planted inherits"));

    private static Plant policy(SchemaRule rule, String expression) {
        return new Plant(rule, "create policy planted on buckets " + expression, "planted on buckets");
    }

    private static Plant function(SchemaRule rule, String kind) {
        return new Plant(rule, """
                create function planted() returns integer language sql %s as 'select 1';
                revoke execute on function planted() from public
                """.formatted(kind), "planted()");
    }

    private static Plant login(String power, String found) {
        return new Plant(LoginRules.NO_POWER, "alter role media_enricher " + power, "media_enricher " + found);
    }

    @Override
    public String toString() {
        return sql;
    }
}
