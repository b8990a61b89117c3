package org.mediaenricher.storage.s3;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.mediaenricher.problems.Secret;
import org.mediaenricher.problems.Settings;

/**
 * How to reach an S3 store; the names are below {@code mediaenricher.storage.s3.}
 *
 * @param endpoint {@code endpoint}, the store's address; without it AWS in that region
 * @param region {@code region}, {@code us-east-1} unless set; {@code auto} for R2
 * @param accessKey {@code access-key}
 * @param secretKey {@code secret-key}
 * @param pathStyle {@code path-style}: the bucket in the path and not in the host's name; {@code true}
 *     unless set
 * @param limits how long to wait, and for how many at once
 */
record S3Settings(
        Optional<URI> endpoint, String region, Secret accessKey, Secret secretKey, boolean pathStyle, Limits limits) {

    /**
     * @param connect {@code connect-timeout}, to connect; {@code PT2S} unless set
     * @param silence {@code read-timeout}, the longest silence within a call; {@code PT10S} unless set
     * @param connections {@code max-connections} at once, 64 unless set; who needs one more waits
     * @param attempts {@code attempts} of one call in all, 3 unless set
     */
    record Limits(Duration connect, Duration silence, int connections, int attempts) {
        private static final Duration SHORTEST = Duration.ofMillis(100);
        private static final Duration LONGEST = Duration.ofMinutes(5);

        static Limits from(Settings settings) {
            return new Limits(
                    settings.duration("s3.connect-timeout", Duration.ofSeconds(2), SHORTEST, LONGEST),
                    settings.duration("s3.read-timeout", Duration.ofSeconds(10), SHORTEST, LONGEST),
                    settings.integer("s3.max-connections", 64, 1, 1000),
                    settings.integer("s3.attempts", 3, 1, 10));
        }
    }

    static S3Settings from(Settings settings) {
        return new S3Settings(
                settings.httpAddress("s3.endpoint"),
                region(settings),
                settings.secret("s3.access-key"),
                settings.secret("s3.secret-key"),
                settings.flag("s3.path-style", true),
                Limits.from(settings));
    }

    private static String region(Settings settings) {
        String region = settings.text("s3.region", "us-east-1");
        if (!region.matches("[A-Za-z0-9_-]{1,64}")) {
            throw settings.bad("s3.region", "must be a region's name, such as eu-central-1");
        }
        return region;
    }
}
