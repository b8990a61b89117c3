package org.mediaenricher.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mediaenricher.harness.EmbeddedDatabase;
import org.mediaenricher.harness.MigrationTool;
import org.mediaenricher.harness.Rows;

/** {@code liquibase/migrate.sh}, as operators run it: twice at once, killed in the middle, and again. */
class SchemaMigrationIT {
    private static final Pattern CHANGESET = Pattern.compile("(?m)^--changeset ");

    private static final String WAITING = "select count(*) from pg_locks where not granted and locktype = ?";

    @TempDir
    Path folder;

    private MigrationTool tool;
    private EmbeddedDatabase database;

    @BeforeEach
    void an_empty_database() throws IOException {
        tool = MigrationTool.in(Files.createDirectory(folder.resolve("liquibase")));
        database = EmbeddedDatabase.temporary().start();
    }

    @AfterEach
    void end() {
        database.close();
    }

    @Test
    void of_two_at_once_one_waits_and_both_end_well() throws Exception {
        Process first;
        Process second;
        try (Connection third = database.owner()) {
            third.setAutoCommit(false);
            Rows.of(third, "select pg_advisory_xact_lock(20260101)");
            first = migrate("first");
            second = migrate("second");
            await().atMost(Duration.ofMinutes(1)).until(() -> waiting("advisory") == 2);
        }
        assertEndsWell(first, "first");
        assertEndsWell(second, "second");
        assertEachChangesetOnce();
    }

    @Test
    void goes_on_where_one_was_killed_within_a_changeset() throws Exception {
        try (Connection superuser = database.superuser()) {
            // The first changeset makes roles, and waits here with half of them made.
            superuser.setAutoCommit(false);
            Rows.of(superuser, "create role service_role nologin");
            kill("transactionid");
            superuser.rollback();
            assertThat(Rows.of(superuser, "select from pg_roles where rolname in ('anon', 'authenticated')"))
                    .isEmpty();
        }
        assertEndsWell(migrate("second"), "second");
        assertEachChangesetOnce();
    }

    @Test
    void goes_on_where_one_was_killed_between_a_changeset_and_its_note() throws Exception {
        assertEndsWell(migrate("first"), "first");
        try (Connection owner = database.owner()) {
            addOne();
            owner.setAutoCommit(false);
            Rows.of(owner, "lock table public.databasechangelog in share mode");
            kill("relation");
            owner.rollback();
            owner.setAutoCommit(true);
            assertThat(Rows.of(owner, "select from pg_tables where tablename = 'migration_trial'"))
                    .isEmpty();
        }
        assertEndsWell(migrate("second"), "second");
        assertEachChangesetOnce();
    }

    @Test
    void a_row_that_a_killed_process_of_plain_liquibase_left_locked_is_in_nobody_s_way() throws Exception {
        assertEndsWell(migrate("first"), "first");
        List<Map<String, Object>> before = log();
        try (Connection owner = database.owner()) {
            Rows.of(owner, """
                    update public.databasechangeloglock
                       set locked = true, lockgranted = now(), lockedby = 'a machine that is gone'
                    """);
        }
        assertEndsWell(migrate("second"), "second");
        assertThat(log()).isEqualTo(before);
    }

    /** A changeset more, to be met when all others are done. */
    private void addOne() throws IOException {
        Files.writeString(folder.resolve("liquibase/9999-trial.sql"), """
                --liquibase formatted sql
                --changeset media-enricher:9999-trial
                create table public.migration_trial (id int primary key);
                """);
        Path changelog = folder.resolve("liquibase/changelog.xml");
        Files.writeString(changelog, Files.readString(changelog).replace("</databaseChangeLog>", """
                          <include file="9999-trial.sql" relativeToChangelogFile="true"/>
                        </databaseChangeLog>"""));
    }

    private void kill(String waitsFor) throws Exception {
        Process killed = migrate("killed");
        await().atMost(Duration.ofMinutes(1)).until(() -> waiting(waitsFor) == 1);
        killed.destroyForcibly().waitFor();
        await().atMost(Duration.ofSeconds(30)).until(() -> waiting(waitsFor) == 0);
    }

    private long waiting(String waitsFor) throws SQLException {
        try (Connection superuser = database.superuser()) {
            return (Long) Rows.of(superuser, WAITING, waitsFor).get(0).get("count");
        }
    }

    private Process migrate(String name) throws IOException {
        return tool.script("migrate.sh", database)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name).toFile())
                .start();
    }

    private void assertEndsWell(Process migration, String name) throws Exception {
        assertThat(migration.waitFor())
                .as(Files.readString(folder.resolve(name)))
                .isZero();
        assertThat(Files.readString(folder.resolve(name))).startsWith("INFO: the database is up to date");
    }

    private void assertEachChangesetOnce() throws Exception {
        assertThat(log()).doesNotHaveDuplicates().hasSize(changesets());
    }

    private List<Map<String, Object>> log() throws SQLException {
        try (Connection owner = database.owner()) {
            return Rows.of(owner, "select id, author, filename from public.databasechangelog order by orderexecuted");
        }
    }

    private int changesets() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("liquibase"))) {
            int count = 0;
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".sql")).toList()) {
                count += (int)
                        CHANGESET.matcher(Files.readString(file)).results().count();
            }
            return count;
        }
    }
}
