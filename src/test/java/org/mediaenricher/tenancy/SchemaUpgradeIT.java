package org.mediaenricher.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mediaenricher.harness.EmbeddedDatabase;
import org.mediaenricher.harness.Project;
import org.mediaenricher.harness.Rows;
import org.mediaenricher.harness.Schema;

/** A database of version 0.1.0, with rows in it, comes up to date; and whatever the owner may, it goes on. */
class SchemaUpgradeIT {
    private static final int LAST_OF_THE_OLD = 10;
    private static final Pattern NUMBERED = Pattern.compile("\\s*<include file=\"(\\d{4})-.*");

    private static final String ENTRY = """
            insert into audit.enricher_invocations (tenant_id, user_id, role, action, result)
            values (?, 'someone', 'authenticated', 'backfill', 'done')
            """;

    @TempDir
    Path old;

    private final UUID tenant = UUID.randomUUID();
    private EmbeddedDatabase database;

    @BeforeEach
    void an_old_database_with_rows() throws IOException, SQLException {
        layOutTheOldChangelogs();
        database = EmbeddedDatabase.temporary().start();
        Schema.apply(database, old);
        try (Connection owner = database.owner()) {
            Rows.of(owner, "insert into public.tenants (id, name) values (?, 'Tenant')", tenant);
            Rows.of(owner, "insert into public.buckets (tenant_id, name, location) values (?, 'b', 'b')", tenant);
            for (int n = 0; n < 3; n++) {
                Rows.of(owner, ENTRY, tenant);
            }
        }
    }

    @AfterEach
    void end() {
        database.close();
    }

    @Test
    void what_was_written_before_is_the_beginning_of_the_chain() throws SQLException {
        Schema.apply(database);
        Schema.apply(database);
        assertWholeWith(3);
        writeAsUser();
        assertWholeWith(4);
        try (Connection owner = database.owner()) {
            assertThat(Rows.of(owner, "select id from audit.enricher_invocations order by id"))
                    .extracting(row -> row.get("id"))
                    .isEqualTo(
                            Rows.of(owner, "select invocation_id from audit.invocation_chain order by position")
                                    .stream()
                                    .map(row -> row.get("invocation_id"))
                                    .toList());
        }
    }

    @Test
    void an_owner_whom_row_level_security_stops_brings_it_up_to_date_and_checks_it() throws SQLException {
        try (Connection superuser = database.superuser()) {
            Rows.of(superuser, "alter role media_enricher_owner nobypassrls");
        }
        Schema.apply(database);
        assertWholeWith(3);
        writeAsUser();
        assertWholeWith(4);
        try (Connection owner = database.owner()) {
            assertThat(Rows.of(owner, "select from audit.enricher_invocations"))
                    .as("without claims")
                    .isEmpty();
        }
    }

    private void writeAsUser() throws SQLException {
        String claims = """
                {"role": "authenticated", "sub": "someone", "app_metadata": {"tenant_id": "%s"}}
                """.formatted(tenant);
        try (Connection login = database.login()) {
            login.setAutoCommit(false);
            Rows.of(login, """
                    select set_config('role', 'authenticated', true), set_config('request.jwt.claims', ?, true)
                    """, claims);
            Rows.of(login, ENTRY, tenant);
            Rows.of(login, "set constraints all immediate");
            assertThat(Rows.of(login, "select current_setting('request.jwt.claims') as now"))
                    .extracting(row -> row.get("now"))
                    .as("the caller's claims, after the link was made")
                    .containsExactly(claims);
            login.commit();
        }
    }

    private void assertWholeWith(int entries) throws SQLException {
        try (Connection owner = database.owner()) {
            Rows.of(owner, "select set_config('request.jwt.claims', '{\"role\":\"service_role\"}', false)");
            assertThat(Rows.of(owner, "select tenant, entries, verdict from audit.chains()"))
                    .singleElement()
                    .satisfies(chain -> assertThat(chain)
                            .containsEntry("tenant", tenant)
                            .containsEntry("entries", (long) entries)
                            .containsEntry("verdict", "whole"));
        }
    }

    private void layOutTheOldChangelogs() throws IOException {
        Path now = Project.root().resolve("liquibase");
        try (Stream<Path> files = Files.list(now)) {
            for (Path file : files.toList()) {
                Files.copy(file, old.resolve(file.getFileName()));
            }
        }
        List<String> lines = Files.readAllLines(now.resolve("changelog.xml"));
        Files.write(
                old.resolve("changelog.xml"),
                lines.stream().filter(SchemaUpgradeIT::isOld).toList());
    }

    private static boolean isOld(String line) {
        var include = NUMBERED.matcher(line);
        return !include.matches() || Integer.parseInt(include.group(1)) <= LAST_OF_THE_OLD;
    }
}
