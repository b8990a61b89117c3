package org.mediaenricher.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mediaenricher.harness.EmbeddedDatabase;
import org.mediaenricher.harness.MigrationTool;
import org.mediaenricher.harness.Rows;
import org.mediaenricher.harness.Schema;

/** {@code liquibase/verify-audit.sh}, as an operator runs it from the distribution. */
class VerifyAuditIT {
    @TempDir
    Path folder;

    private MigrationTool tool;
    private EmbeddedDatabase database;
    private AuditChain log;

    @BeforeEach
    void lay_out() throws IOException, SQLException {
        tool = MigrationTool.in(Files.createDirectory(folder.resolve("liquibase")));
        database = EmbeddedDatabase.temporary().start();
        Schema.apply(database);
        log = new AuditChain(database).with(3);
    }

    @AfterEach
    void end() {
        database.close();
    }

    @Test
    void tells_the_head_of_a_whole_log_and_notices_when_it_is_cut_off() throws Exception {
        Verdict whole = verify();
        assertThat(whole.exitCode()).as(whole.errors()).isZero();
        assertThat(whole.output()).isEqualTo(head() + " entries 3, whole\n");
        String kept = head();
        cutOffTheLast();
        assertThat(verify().exitCode()).isZero();
        Verdict cut = verify(kept);
        assertThat(cut.exitCode()).isEqualTo(1);
        assertThat(cut.output()).isEqualTo(head() + " entries 2, cut at place -, entry -\n");
    }

    @Test
    void names_the_first_entry_that_was_changed() throws Exception {
        try (Connection owner = database.owner()) {
            Rows.of(owner, "alter table audit.enricher_invocations disable trigger user");
            Rows.of(owner, "update audit.enricher_invocations set user_id = 'forged' where action = 'act-1'");
            Verdict broken = verify();
            assertThat(broken.exitCode()).isEqualTo(1);
            assertThat(broken.output())
                    .isEqualTo(head() + " entries 3, changed at place 2, entry " + log.entry(owner, 2) + "\n");
        }
    }

    @Test
    void never_calls_a_log_whole_that_it_could_not_read() throws Exception {
        assertThat(verify("'; drop table audit.invocation_chain; --").exitCode())
                .isEqualTo(2);
        database.close();
        Verdict unread = verify();
        assertThat(unread.exitCode()).isEqualTo(2);
        assertThat(unread.output()).isEmpty();
    }

    private String head() throws SQLException {
        try (Connection owner = database.owner()) {
            return log.tenant() + ":" + log.head(owner);
        }
    }

    private void cutOffTheLast() throws SQLException {
        try (Connection owner = log.forger()) {
            Rows.of(owner, """
                    delete from audit.enricher_invocations where action = 'act-2';
                    delete from audit.invocation_chain where position = 3;
                    update audit.chain_heads h set position = 2, hash = c.hash
                      from audit.invocation_chain c where c.position = 2
                    """);
            owner.commit();
        }
    }

    private Verdict verify(String... heads) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors");
        ProcessBuilder script = tool.script("verify-audit.sh", database, heads).redirectError(errors.toFile());
        Process running = script.start();
        String output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Verdict(running.waitFor(), output, Files.readString(errors));
    }

    private record Verdict(int exitCode, String output, String errors) {}
}
