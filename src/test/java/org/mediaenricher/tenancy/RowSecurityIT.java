package org.mediaenricher.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mediaenricher.harness.EmbeddedDatabase;
import org.mediaenricher.harness.Rows;
import org.mediaenricher.harness.Schema;

/**
 * Who may do what to whose rows of which table: {@code row-security.txt}, line by line. A new tenant table needs its
 * lines there, and a row in {@code rows.sql}.
 */
@TestInstance(Lifecycle.PER_CLASS)
class RowSecurityIT {
    static final List<String> TRIED = List.of("select", "insert", "update", "delete");
    static final List<String> NOTHING = List.of("0", "refused");
    static final List<Expectation> EXPECTED = Expectation.all();

    private EmbeddedDatabase database;
    private RowTrial trial;

    @BeforeAll
    void arrange() throws SQLException {
        database = EmbeddedDatabase.temporary().start();
        Schema.apply(database);
        trial = new RowTrial(database);
    }

    @AfterAll
    void end() throws SQLException {
        trial.close();
        database.close();
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("EXPECTED")
    void each_actor_gets_what_the_table_says(Expectation line) throws SQLException {
        List<String> outcomes = new ArrayList<>();
        for (Actor actor : Actor.values()) {
            outcomes.add(trial.outcome(actor, line));
        }
        assertThat(outcomes).as("%s by %s", line, Expectation.heading()).isEqualTo(line.outcomes());
    }

    @Test
    void every_actor_has_a_column() {
        assertThat(Expectation.heading())
                .isEqualTo(Arrays.stream(Actor.values()).map(Actor::word).toList());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void every_operation_on_every_tenant_table_has_a_line(String table) {
        for (String whose : List.of("own", "foreign")) {
            assertThat(EXPECTED.stream()
                            .filter(line ->
                                    line.table().equals(table) && line.whose().equals(whose))
                            .map(line -> line.operation().replaceAll("\\(.*", ""))
                            .collect(Collectors.toSet()))
                    .as("%s rows of %s", whose, table)
                    .containsExactlyInAnyOrderElementsOf(TRIED);
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void nobody_but_the_service_for_all_moves_a_row_to_another_tenant(String table) throws SQLException {
        for (Actor actor : Actor.values()) {
            if (actor != Actor.SERVICE_FOR_ALL) {
                assertThat(trial.outcome(actor, new Expectation(table, "own", "move", List.of())))
                        .as("%s", actor)
                        .isEqualTo("refused");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void claims_that_are_not_for_us_count_for_nothing(String table) throws SQLException {
        for (String claims : List.of(
                "",
                "{'role':'authenticated','user_metadata':{'tenant_id':'TENANT','user_role':'admin'}}",
                "{'role':'service_role','app_metadata':{'tenant_id':'TENANT','user_role':'admin'}}",
                "{'role':'admin','app_metadata':{'tenant_id':'TENANT','user_role':'admin'}}",
                "{'app_metadata':{'tenant_id':'TENANT','user_role':'admin'}}",
                "{'role':'authenticated','app_metadata':'TENANT'}")) {
            assertThat(selected("authenticated", claims, table)).as(claims).isIn(NOTHING);
        }
        assertThat(selected("service_role", "", table)).isIn(NOTHING);
        assertThat(selected("service_role", "{'role':'authenticated','app_metadata':{'tenant_id':'TENANT'}}", table))
                .isIn(NOTHING);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_user_role_that_is_not_known_is_none(String table) throws SQLException {
        for (String userRole : List.of("owner", "service_role", "ADMIN", "admin ", "")) {
            String claims = "{'role':'authenticated','sub':'someone','app_metadata':{'tenant_id':'TENANT','user_role':'"
                    + userRole + "'}}";
            assertThat(selected("authenticated", claims, table))
                    .as(userRole)
                    .isEqualTo(trial.outcome(Actor.AUTHENTICATED, new Expectation(table, "own", "select", List.of())));
        }
    }

    private String selected(String role, String claims, String table) throws SQLException {
        String json = claims.replace('\'', '"').replace("TENANT", trial.own().toString());
        return trial.outcome(new RowScope(role, json), table, trial.own(), "select");
    }

    List<String> tables() throws SQLException {
        try (Connection owner = database.owner()) {
            return Rows.of(owner, """
                    select c.relnamespace::regnamespace || '.' || c.relname as tenant_table
                      from pg_class c
                      join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
                     where c.relkind in ('r', 'p')
                       and (a.attname = 'tenant_id' or a.attname = 'id' and c.oid = 'public.tenants'::regclass)
                     order by 1
                    """).stream()
                    .map(row -> (String) row.get("tenant_table"))
                    .toList();
        }
    }
}
