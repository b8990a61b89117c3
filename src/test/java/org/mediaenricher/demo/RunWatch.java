package org.mediaenricher.demo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.mediaenricher.harness.Api;

/** Starts a backfill over REST and follows it to its end. */
final class RunWatch {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;

    private final Api api;
    private final Progress progress;

    RunWatch(Api api, Progress progress) {
        this.api = api;
        this.progress = progress;
    }

    /** Runs to the end. A run that an earlier demo left half done goes on by itself: that one is followed then. */
    RunState run(String bucket, String mode) {
        String path = "/media-enricher/backfill?bucket=" + encoded(bucket) + "&mode=" + encoded(mode);
        Api.Answer answer = api.post(path, "{}");
        return switch (answer.status()) {
            case ACCEPTED -> follow(answer.json().get("id").asText());
            case CONFLICT -> follow(answer.json().get("run_id").asText());
            default -> throw new IllegalStateException("POST " + path + ": " + answer.status() + " " + answer.body());
        };
    }

    private RunState follow(String id) {
        Instant start = Instant.now();
        AtomicReference<RunState> latest = new AtomicReference<>();
        Awaitility.await()
                .forever()
                .pollInSameThread()
                .pollInterval(BETWEEN_LOOKS)
                .until(() -> {
                    RunState now =
                            RunState.of(api.get("/media-enricher/runs/" + id).json());
                    progress.show(now, Duration.between(start, Instant.now()));
                    latest.set(now);
                    return now.ended();
                });
        return latest.get();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
