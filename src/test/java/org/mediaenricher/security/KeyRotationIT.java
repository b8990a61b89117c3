package org.mediaenricher.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mediaenricher.harness.Api;
import org.mediaenricher.harness.Sandbox;
import org.mediaenricher.harness.ServerNode;
import org.mediaenricher.harness.Tenant;
import org.mediaenricher.harness.Testbed;

/** A key is replaced by another while callers of both call, and the server is not started again. */
class KeyRotationIT {
    private static final Duration PROMISED = Duration.ofSeconds(60);

    private final KeyPair before = pair();
    private final KeyPair after = pair();

    @TempDir
    Path folder;

    @Test
    void the_old_key_is_dead_within_a_minute_and_the_new_one_never_misses() throws IOException {
        Path jwks = publish("before");
        Sandbox sandbox = Testbed.sandbox();
        try (ServerNode node = sandbox.plan("rotation")
                .setting("mediaenricher.security.jwks-file", jwks.toString())
                .setting("mediaenricher.limits.caller-rate", "100000/s")
                .setting("mediaenricher.limits.tenant-rate", "100000/s")
                .build()
                .start()) {
            Tenant tenant = Tenant.on(sandbox, node);
            try (Callers old = callers(node, tenant, "before", before);
                    Callers fresh = callers(node, tenant, "after", after)) {
                old.awaitStatus(200);
                fresh.awaitStatus(401);
                publish("before", "after");
                fresh.awaitStatus(200);
                publish("after");
                old.awaitStatus(401);
                assertThat(old.statuses())
                        .as("200 until retired, then never again")
                        .containsExactly(200, 401);
                assertThat(fresh.statuses()).as("never again refused").containsExactly(401, 200);
            }
            assertThat(node.stackTracesInLog()).isEmpty();
        }
    }

    private static Callers callers(ServerNode node, Tenant tenant, String kid, KeyPair key) {
        String token = tenant.token("viewer").sign(Map.of("typ", "JWT", "alg", "RS256", "kid", kid), key.getPrivate());
        return new Callers(Api.bearer(node.address(), token));
    }

    /** In one move, so that nobody reads half of it. */
    private Path publish(String... kids) throws IOException {
        List<RsaJsonWebKey> keys = Stream.of(kids)
                .map(kid -> key(kid, kid.equals("before") ? before : after))
                .toList();
        Path draft =
                Files.writeString(folder.resolve("draft"), new JsonWebKeySet(keys.toArray(JsonWebKey[]::new)).toJson());
        return Files.move(draft, folder.resolve("jwks.json"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static RsaJsonWebKey key(String kid, KeyPair pair) {
        RsaJsonWebKey key = new RsaJsonWebKey((RSAPublicKey) pair.getPublic());
        key.setKeyId(kid);
        return key;
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Somebody who calls again and again with the same token, and writes down each change of the answer. */
    private static final class Callers implements AutoCloseable {
        private final List<Integer> statuses = new CopyOnWriteArrayList<>();
        private final Thread calling;
        private volatile boolean enough;

        Callers(Api caller) {
            calling = new Thread(() -> {
                while (!enough) {
                    note(caller.get("/media-enricher/runs?limit=1").status());
                }
            });
            calling.start();
        }

        private void note(int status) {
            if (statuses.isEmpty() || statuses.get(statuses.size() - 1) != status) {
                statuses.add(status);
            }
        }

        void awaitStatus(int status) {
            await("status " + status)
                    .atMost(PROMISED)
                    .until(() -> !statuses.isEmpty() && statuses.get(statuses.size() - 1) == status);
        }

        List<Integer> statuses() {
            return statuses;
        }

        @Override
        public void close() {
            enough = true;
            try {
                calling.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
