package org.mediaenricher.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mediaenricher.harness.Rows;
import org.mediaenricher.harness.Testbed;

/** What the owner of the database, past policies and triggers, cannot do to the audit log without being noticed. */
class AuditForgeryIT {
    private static final String CHANGE = "update audit.enricher_invocations set %s = %s where tenant_id = ? and id = ?";

    private static final String COLUMNS = """
            select attname as name, format_type(atttypid, null) as type
              from pg_attribute
             where attrelid = 'audit.enricher_invocations'::regclass and attnum > 0 and not attisdropped
               and attname not in ('tenant_id', 'id')
            """;

    /** Another value for a column of each type there is. */
    private static final Map<String, String> OTHER_VALUES = Map.of(
            "text", "'forged'",
            "jsonb", "'{\"bucket\": \"forged\"}'",
            "timestamp with time zone", "invoked_at + interval '1 microsecond'");

    private AuditChain log;
    private Connection forger;

    @BeforeEach
    void five_honest_entries() throws SQLException {
        log = new AuditChain(Testbed.sandbox().database()).with(5);
        assertThat(log.problems()).isEmpty();
        forger = log.forger();
    }

    @AfterEach
    void undo() throws SQLException {
        forger.rollback();
        forger.close();
    }

    @Test
    void no_column_of_an_entry_is_changed_unnoticed() throws SQLException {
        long entry = log.entry(forger, 3);
        List<Map<String, Object>> columns = Rows.of(forger, COLUMNS);
        assertThat(columns).isNotEmpty();
        for (Map<String, Object> column : columns) {
            var before = forger.setSavepoint();
            Rows.of(
                    forger,
                    CHANGE.formatted(column.get("name"), OTHER_VALUES.get(column.get("type"))),
                    log.tenant(),
                    entry);
            assertThat(log.problems(forger, null)).as("%s", column).containsExactly(problem(3L, entry, "changed"));
            forger.rollback(before);
        }
    }

    @Test
    void no_entry_is_taken_out() {
        long entry = log.entry(forger, 3);
        Rows.of(forger, "delete from audit.enricher_invocations where tenant_id = ? and id = ?", log.tenant(), entry);
        assertThat(log.problems(forger, null)).containsExactly(problem(3L, entry, "missing"));
        Rows.of(forger, "delete from audit.invocation_chain where tenant_id = ? and position = 3", log.tenant());
        assertThat(log.problems(forger, null)).containsExactly(problem(4L, log.entry(forger, 4), "gap"));
        Rows.of(
                forger,
                "update audit.invocation_chain set position = position - 1 where tenant_id = ? and position > 3",
                log.tenant());
        assertThat(log.problems(forger, null))
                .contains(problem(3L, log.entry(forger, 3), "changed"), problem(5L, null, "head"));
    }

    @Test
    void no_entry_is_slipped_in() {
        log.write(forger, "slipped-in");
        assertThat(log.problems(forger, null))
                .singleElement()
                .satisfies(found -> assertThat(found).containsEntry("problem", "outside"));
        Rows.of(
                forger,
                "update audit.invocation_chain set position = position + 1 where tenant_id = ? and position = 5",
                log.tenant());
        Rows.of(forger, """
                insert into audit.invocation_chain (tenant_id, position, invocation_id, hash)
                select i.tenant_id, 5, i.id, audit.link(c.hash, i)
                  from audit.enricher_invocations i
                  join audit.invocation_chain c on c.tenant_id = i.tenant_id and c.position = 4
                 where i.tenant_id = ? and i.action = 'slipped-in'
                """, log.tenant());
        assertThat(log.problems(forger, null))
                .contains(problem(6L, log.entry(forger, 6), "changed"), problem(5L, null, "head"));
    }

    @Test
    void no_end_is_cut_off_from_whoever_kept_the_head() {
        String kept = log.head(forger);
        Rows.of(
                forger,
                "delete from audit.enricher_invocations where tenant_id = ? and id = ?",
                log.tenant(),
                log.entry(forger, 5));
        Rows.of(forger, "delete from audit.invocation_chain where tenant_id = ? and position = 5", log.tenant());
        assertThat(log.problems(forger, null)).containsExactly(problem(5L, null, "head"));
        Rows.of(forger, """
                update audit.chain_heads h set position = c.position, hash = c.hash
                  from audit.invocation_chain c
                 where h.tenant_id = ? and c.tenant_id = h.tenant_id and c.position = 4
                """, log.tenant());
        assertThat(log.problems(forger, null)).as("a shorter log, and whole").isEmpty();
        assertThat(log.problems(forger, kept)).containsExactly(problem(null, null, "cut"));
    }

    @Test
    void no_log_is_written_anew_from_an_entry_on() {
        String kept = log.head(forger);
        Rows.of(forger, CHANGE.formatted("user_id", "'forged'"), log.tenant(), log.entry(forger, 4));
        for (int place = 4; place <= 5; place++) {
            Rows.of(forger, """
                    update audit.invocation_chain c set hash = audit.link(b.hash, i)
                      from audit.invocation_chain b, audit.enricher_invocations i
                     where c.tenant_id = ? and c.position = ?
                       and b.tenant_id = c.tenant_id and b.position = c.position - 1
                       and i.tenant_id = c.tenant_id and i.id = c.invocation_id
                    """, log.tenant(), place);
        }
        assertThat(log.problems(forger, null)).containsExactly(problem(5L, null, "head"));
        assertThat(log.problems(forger, kept)).contains(problem(null, null, "cut"));
    }

    @Test
    void a_head_that_was_kept_is_found_when_the_log_has_grown() throws SQLException {
        String kept = log.head(forger);
        forger.rollback();
        log.with(2);
        assertThat(log.problems(forger, kept)).isEmpty();
    }

    @Test
    void the_settings_of_a_session_change_no_hash() {
        for (String setting : List.of(
                "set local timezone = 'Asia/Kathmandu'",
                "set local datestyle = 'ISO, DMY'",
                "set local intervalstyle = 'sql_standard'",
                "set local extra_float_digits = 0",
                "set local standard_conforming_strings = off")) {
            Rows.of(forger, setting);
            assertThat(log.problems(forger, null)).as(setting).isEmpty();
        }
    }

    private static Map<String, Object> problem(Long place, Long entry, String word) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("place", place);
        row.put("invocation", entry);
        row.put("problem", word);
        return row;
    }
}
