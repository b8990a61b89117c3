package org.mediaenricher.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediaenricher.harness.Sandbox;
import org.mediaenricher.harness.ServerNode;
import org.mediaenricher.harness.ServerNodePlan;
import org.mediaenricher.harness.Testbed;

/** A server that is set up wrongly does not start, and says in one line for each bad setting which it is. */
class BadSettingsIT {
    private static final int BAD_CONFIGURATION = 78;

    @Test
    void every_bad_setting_is_named_in_a_line_of_its_own() {
        assertRefuses(
                "bad-settings",
                Map.of(
                        "mediaenricher.storage.kind", "foo",
                        "mediaenricher.batch.concurrency", "0",
                        "mediaenricher.media.decoders", "none",
                        "mediaenricher.limits.caller-rate", "fast",
                        "allowed.origins", "*",
                        "mediaenricher.security.jwt-secret", "much-too-short"));
    }

    @Test
    void a_store_that_is_not_there_is_named() {
        assertRefuses("bad-root", Map.of("mediaenricher.storage.filesystem.root", "/nowhere/at/all"));
    }

    private static void assertRefuses(String name, Map<String, String> bad) {
        Sandbox sandbox = Testbed.sandbox();
        ServerNodePlan plan = sandbox.plan(name);
        bad.forEach(plan::setting);
        try (ServerNode node = plan.build()) {
            node.launch();
            assertThat(node.exitCode()).isEqualTo(BAD_CONFIGURATION);
            List<String> lines = node.log().lines();
            bad.forEach((setting, value) -> assertThat(lines.stream().filter(line -> line.contains(setting)))
                    .as(setting)
                    .hasSize(1)
                    .noneMatch(line -> line.contains("much-too-short")));
            assertThat(node.stackTracesInLog()).isEmpty();
        }
    }
}
