package org.mediaenricher.assets;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.mediaenricher.storage.StoreUnavailable;

/**
 * Tries again when the store falters, waiting twice as long each time. For the short hiccup only: what lasts longer is
 * the run's to wait for, which holds no thread.
 *
 * @param attempts how often at the most
 * @param firstRest how long to wait after the first failure
 */
record Patience(int attempts, Duration firstRest) {
    <T> T with(Supplier<T> work) {
        Duration rest = firstRest;
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (StoreUnavailable hiccup) {
                if (attempt == attempts) {
                    throw hiccup;
                }
                rest(rest, hiccup);
                rest = rest.multipliedBy(2);
            }
        }
    }

    private static void rest(Duration rest, StoreUnavailable hiccup) {
        try {
            TimeUnit.NANOSECONDS.sleep(rest.toNanos());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw hiccup;
        }
    }
}
