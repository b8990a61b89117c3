package org.mediaenricher.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {
    @TempDir
    Path folder;

    @Test
    void keeps_its_rows_and_ends_what_a_killed_parent_left_running() throws Exception {
        Process parent = inAnotherJvm(folder);
        ProcessHandle orphan;
        try (BufferedReader output = parent.inputReader(StandardCharsets.UTF_8)) {
            orphan = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
        }
        Processes.kill(parent.toHandle());
        assertThat(orphan.isAlive()).isTrue();
        try (EmbeddedDatabase second = EmbeddedDatabase.in(folder).start()) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(ask(second.owner(), "select number from kept")).isEqualTo("7");
            assertThat(ask(second.owner(), "show fsync")).isEqualTo("on");
        }
    }

    @Test
    void takes_settings_and_the_port_it_is_told() throws SQLException {
        int port = FreePorts.take(1).get(0);
        try (EmbeddedDatabase database = EmbeddedDatabase.in(folder)
                .port(port)
                .setting("work_mem", "5MB")
                .setting("shared_preload_libraries", "pg_stat_statements")
                .start()) {
            assertThat(database.port()).isEqualTo(port);
            assertThat(ask(database.owner(), "show work_mem")).isEqualTo("5MB");
            assertThat(ask(database.owner(), "select datcollate from pg_database where datname = current_database()"))
                    .isEqualTo("C.UTF-8");
            run(database.superuser(), "create extension pg_stat_statements");
        }
    }

    @Test
    void takes_the_schema_again_after_a_cut_and_then_lets_the_login_role_in_by_its_password_only() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.in(folder).start()) {
            Schema.apply(database);
            run(database.owner(), "update databasechangeloglock set locked = true, lockgranted = now()");
            Schema.apply(database);
            assertThat(ask(database.login(), "select current_user")).isEqualTo("media_enricher");
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "media_enricher", "guess"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "postgres", "postgres"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void leaves_no_process_and_no_file_when_it_was_temporary() throws SQLException {
        EmbeddedDatabase database = EmbeddedDatabase.temporary().start();
        Path data = Path.of(ask(database.superuser(), "show data_directory"));
        assertThat(ask(database.owner(), "show fsync")).isEqualTo("off");
        database.close();
        assertThat(database.postmaster().isAlive()).isFalse();
        assertThat(Files.exists(data)).isFalse();
    }

    private static Process inAnotherJvm(Path folder) throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        return new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Parent.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Starts a database, tells its process, and waits to be killed. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] arguments) throws Exception {
            EmbeddedDatabase database =
                    EmbeddedDatabase.in(Path.of(arguments[0])).start();
            run(database.owner(), "create table kept as select 7 as number");
            System.out.println(database.postmaster().pid());
            new CountDownLatch(1).await();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
