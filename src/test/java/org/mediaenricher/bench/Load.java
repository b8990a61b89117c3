package org.mediaenricher.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/**
 * What a number of connections got through, each sending its next request when the last one is answered.
 *
 * @param perSecond answers a second
 * @param p95Millis what 95 of 100 were quicker than
 */
record Load(double perSecond, double p95Millis) {
    /** A client is never so near as to send the next request before the server has let go of the last one. */
    private static final long NEAR_BY = Duration.ofMillis(1).toNanos();

    /** Keeps all connections busy for a while; an answer of another status than expected ends it. */
    static Load on(URI server, int connections, Duration span, List<byte[]> requests, int expected) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(connections);
        try {
            long end = System.nanoTime() + span.toNanos();
            List<Future<long[]>> clients = new ArrayList<>();
            for (int client = 0; client < connections; client++) {
                int first = client;
                clients.add(pool.submit(() -> nanos(server, requests, first, expected, end)));
            }
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> client : clients) {
                all.add(client.get());
            }
            return of(all, span);
        } finally {
            pool.shutdownNow();
        }
    }

    private static long[] nanos(URI server, List<byte[]> requests, int first, int expected, long end) throws Exception {
        LongStream.Builder nanos = LongStream.builder();
        try (KeepAliveClient client = new KeepAliveClient(server)) {
            int next = first;
            for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
                int status = client.status(requests.get(next++ % requests.size()));
                if (status != expected) {
                    throw new IllegalStateException("answered " + status + " instead of " + expected);
                }
                nanos.add(System.nanoTime() - start);
                LockSupport.parkNanos(NEAR_BY);
            }
        }
        return nanos.build().toArray();
    }

    private static Load of(List<long[]> clients, Duration span) {
        long[] all = clients.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        double p95 = all[(int) (all.length * 0.95)] / 1e6;
        return new Load(all.length / (span.toMillis() / 1000.0), p95);
    }
}
