package org.mediaenricher.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The shared node, looked at from outside. Secrets reach it in its environment. */
class ServerNodeIT {
    private final ServerNode node = Testbed.node();

    @Test
    void starts_without_an_error_in_its_log() {
        assertThat(node.log().lines()).anyMatch(line -> line.contains("WFLYSRV0025"));
        assertThat(node.log().errors()).isEmpty();
        assertThat(node.stackTracesInLog()).isEmpty();
    }

    @Test
    void shows_no_secret_in_its_log_or_on_its_command_line() {
        String password = Testbed.sandbox().database().loginPassword();
        assertThat(node.log().lines()).noneMatch(line -> line.contains(password));
        assertThat(node.process().info().commandLine())
                .hasValueSatisfying(line -> assertThat(line)
                        .doesNotContain(password)
                        .contains(Path.of("jboss-modules.jar").toString()));
    }

    @Test
    void stands_still_and_goes_on() {
        node.suspend();
        node.resume();
        assertThat(Api.nobody(node.address()).get("/").status()).isPositive();
    }
}
