package org.mediaenricher.harness;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Waits until a server's WAR answers, be it healthy or not, or tells why it never will. */
final class Readiness {
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final ServerNode node;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final HttpRequest health;

    Readiness(ServerNode node) {
        this.node = node;
        this.health = HttpRequest.newBuilder(node.address().resolve("/functions/v1/health"))
                .timeout(Duration.ofSeconds(10))
                .build();
    }

    void await() {
        Awaitility.await("start of " + node)
                .pollInSameThread()
                .pollInterval(BETWEEN)
                .atMost(LONGEST_START)
                .until(this::answersOrFailed);
    }

    private boolean answersOrFailed() throws InterruptedException {
        if (!node.process().isAlive()) {
            throw new IllegalStateException(
                    node + " ended while it started:\n" + node.log().tail(40));
        }
        if (marker("failed")) {
            throw new IllegalStateException(
                    "the WAR does not deploy on " + node + ":\n" + node.log().tail(40));
        }
        return isAnswered();
    }

    private boolean isAnswered() throws InterruptedException {
        try {
            int status = client.send(health, BodyHandlers.discarding()).statusCode();
            return status == 200 || status == 503;
        } catch (IOException notYet) {
            return false;
        }
    }

    private boolean marker(String ending) {
        return Files.exists(node.base().resolve("deployments/media-enricher.war." + ending));
    }
}
