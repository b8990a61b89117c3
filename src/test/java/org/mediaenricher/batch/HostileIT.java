package org.mediaenricher.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.mediaenricher.harness.Api;
import org.mediaenricher.harness.Sandbox;
import org.mediaenricher.harness.ServerNode;
import org.mediaenricher.harness.Tenant;
import org.mediaenricher.harness.Testbed;
import org.mediaenricher.media.Corpus;
import org.mediaenricher.media.container.Bombs;

/** Files made to break readers, through a whole backfill, in a server of 256 MB that must not even notice. */
@TestInstance(Lifecycle.PER_CLASS)
class HostileIT {
    private final Sandbox sandbox = Testbed.sandbox();
    private final ServerNode node =
            sandbox.start(sandbox.plan("hostile").heap("256m").jvm("-XX:+ExitOnOutOfMemoryError"));
    private final ProcessHandle process = node.process();

    @AfterAll
    void end() {
        node.close();
    }

    @Test
    void bombs_end_in_rows_or_coded_failures() {
        Tenant tenant = Tenant.on(sandbox, node);
        fill(tenant.bucket("b"), Bombs.all());
        assertSurvives(tenant, Bombs.all().size());
    }

    @Test
    void files_that_broke_other_readers_end_in_rows_or_coded_failures() throws IOException {
        List<Path> files = Corpus.files("hostile");
        Tenant tenant = Tenant.on(sandbox, node);
        Path bucket = tenant.bucket("b");
        for (Path file : files) {
            Files.copy(file, bucket.resolve(file.getFileName()));
        }
        assertSurvives(tenant, files.size());
    }

    private void assertSurvives(Tenant tenant, int files) {
        JsonNode run = tenant.backfill("bucket=b");
        assertThat(run.get("status").asText()).isEqualTo("completed");
        assertThat(run.get("total_files").asInt()).isEqualTo(files);
        assertThat(run.get("succeeded").asInt() + run.get("failed").asInt()).isEqualTo(files);
        assertThat(tenant.rows("select * from public.media_enrich_failures where tenant_id = ?", tenant.id()))
                .hasSize(run.get("failed").asInt())
                .allSatisfy(HostileIT::assertCoded);
        assertThat(tenant.assets()).hasSize(run.get("succeeded").asInt());
        assertUnchanged();
    }

    private static void assertCoded(Map<String, Object> failure) {
        assertThat(failure.get("code")).as("%s", failure).isNotNull().isNotEqualTo("internal");
        assertThat(failure.get("message").toString()).as("%s", failure).isNotBlank();
    }

    private void assertUnchanged() {
        assertThat(node.process()).isEqualTo(process);
        assertThat(process.isAlive()).isTrue();
        assertThat(Api.nobody(node.address()).get("/functions/v1/health").status())
                .isEqualTo(200);
        assertThat(node.stackTracesInLog()).isEmpty();
        assertThat(node.log().errors()).isEmpty();
    }

    private static void fill(Path bucket, Map<String, Supplier<byte[]>> files) {
        files.forEach((name, file) -> {
            try {
                Files.write(bucket.resolve(name.replace(' ', '-')), file.get());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
