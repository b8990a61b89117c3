package org.mediaenricher.security.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.mediaenricher.problems.BadSetting;
import org.mediaenricher.problems.Secret;
import org.mediaenricher.problems.Settings;

/**
 * Whose tokens are taken: {@code mediaenricher.security.jwks} (the set itself), {@code .jwks-file}, {@code .jwks-url},
 * {@code .jwt-public-key} and {@code .jwt-secret}, of which one at least must be given and all may be; {@code
 * .algorithms} among them; {@code .jwks-refresh}, how often files and the URL are read; {@code .jwks-outage}, how long
 * keys stay good that cannot be read again.
 */
@ApplicationScoped
public class KeySettings {
    private static final String PREFIX = "mediaenricher.security.";
    private static final Duration OFTEN = Duration.ofSeconds(15);
    private static final Duration SELDOM = Duration.ofSeconds(45);

    private Settings settings;
    private Set<String> algorithms = Set.of();
    private Duration refresh = OFTEN;
    private Duration outage = Duration.ofHours(1);
    private List<KeySource> sources = List.of();

    /** For the container's proxy only. */
    KeySettings() {}

    /**
     * @throws BadSetting when no key is given, or one that no algorithm takes
     */
    @Inject
    public KeySettings(Config config) {
        settings = new Settings(config, PREFIX);
        algorithms = algorithms(settings.text("algorithms", String.join(",", Algorithms.ALL)));
        refresh = settings.duration("jwks-refresh", OFTEN, Duration.ofSeconds(1), SELDOM);
        outage = settings.duration("jwks-outage", Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofDays(1));
        sources = given();
    }

    List<KeySource> sources() {
        return sources;
    }

    Duration refresh() {
        return refresh;
    }

    Duration outage() {
        return outage;
    }

    private List<KeySource> given() {
        List<KeySource> given = new ArrayList<>();
        text("jwks").ifPresent(json -> given.add(new JwksText(PREFIX + "jwks", new Secret(json), algorithms)));
        text("jwks-file").ifPresent(path -> given.add(new JwksFile(PREFIX + "jwks-file", path, algorithms)));
        settings.httpAddress("jwks-url")
                .ifPresent(address -> given.add(new JwksUrl(PREFIX + "jwks-url", address, algorithms)));
        text("jwt-public-key").ifPresent(pem -> given.add(new PemKeys(PREFIX + "jwt-public-key", pem, algorithms)));
        text("jwt-secret").map(Secret::new).ifPresent(secret -> given.add(secretKeys(secret)));
        if (given.isEmpty()) {
            throw settings.bad(
                    "jwt-secret",
                    "is needed, or else jwt-public-key, jwks, jwks-file or jwks-url: whose tokens should be taken?");
        }
        return List.copyOf(given);
    }

    private SecretKeys secretKeys(Secret secret) {
        if (!algorithms.contains(Algorithms.HS256)) {
            throw settings.bad("jwt-secret", "is of no use without HS256 among mediaenricher.security.algorithms");
        }
        return new SecretKeys(PREFIX + "jwt-secret", secret);
    }

    private Set<String> algorithms(String text) {
        Set<String> words = new LinkedHashSet<>(Arrays.asList(text.strip().split("\\s*,\\s*")));
        if (!Algorithms.ALL.containsAll(words)) {
            throw settings.bad("algorithms", "must be some of " + String.join(",", Algorithms.ALL));
        }
        return words;
    }

    private Optional<String> text(String name) {
        return Optional.of(settings.text(name, "")).filter(text -> !text.isEmpty());
    }
}
