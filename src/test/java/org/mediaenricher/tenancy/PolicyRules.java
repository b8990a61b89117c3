package org.mediaenricher.tenancy;

/** What the expressions of policies have to keep. What they let by in fact is {@link RowSecurityIT}'s matter. */
final class PolicyRules {
    /** A constant asks none, however it is written, and a column alone says nothing of who reads. */
    static final SchemaRule ASKS_A_CLAIM = new SchemaRule("a policy that asks no claim: it lets everybody by", """
            select distinct p.polname || ' on ' || p.polrelid::regclass
              from pg_policy p
             cross join lateral (values (p.polqual), (p.polwithcheck)) as e (tree)
             where e.tree is not null
               and not exists (
                 select from regexp_matches(e.tree::text, ':funcid (\\d+)', 'g') as called (oid)
                   join pg_proc f on f.oid = called.oid[1]::oid
                  where f.pronamespace in ('auth'::regnamespace, 'enricher'::regnamespace))
             order by 1
            """);

    /** Neither bare, nor in a (select ...) that looks at the row: both are asked for each row anew. */
    static final SchemaRule ASKS_ONCE =
            new SchemaRule("a policy that calls a function for each row: wrap it in (select ...)", """
            select distinct p.polname || ' on ' || p.polrelid::regclass
              from pg_policy p
             cross join lateral (values (p.polqual), (p.polwithcheck)) as e (tree)
             where regexp_replace(
                     pg_get_expr(e.tree, p.polrelid),
                     '\\( SELECT ([^()]|\\(([^()]|\\(([^()]|\\([^()]*\\))*\\))*\\))*\\)', '', 'g') ~ '[a-z0-9_"]\\('
                or e.tree::text ~ ':funcid' and e.tree::text ~ ':varlevelsup [1-9]'
             order by 1
            """);

    private PolicyRules() {}
}
