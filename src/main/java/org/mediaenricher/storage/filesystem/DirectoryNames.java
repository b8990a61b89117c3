package org.mediaenricher.storage.filesystem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The sorted names of directories, remembered between the pages of a listing: reading and sorting
 * 100,000 names for each page of 1,000 would make listing quadratic.
 *
 * <p>What is remembered holds as long as the directory's time of change stays the same. That time
 * moves in ticks, up to two seconds long on some filesystems, so a directory read within two seconds
 * of its last change may have changed again unnoticed, and is read anew. Only a large directory may be
 * stale, for ten times as long as reading it took: else a bucket of a million files that somebody is
 * writing to could not be listed at all.
 */
final class DirectoryNames {
    private static final Duration TICK = Duration.ofSeconds(2);
    private static final int WORTH_REMEMBERING = 256;
    private static final int LARGE = 10_000;
    private static final int STALE_FACTOR = 10;
    private static final long MOST_BYTES = 32L << 20;

    /** Reading is locked by directory, so that the same huge one is not read by many threads at once. */
    private final Object[] locks =
            IntStream.range(0, 64).mapToObj(i -> new Object()).toArray();

    private final Map<Path, Snapshot> remembered = new LinkedHashMap<>(16, 0.75f, true);
    private final Clock clock;
    private final int room;
    private long bytes;

    DirectoryNames(Clock clock, int room) {
        this.clock = clock;
        this.room = room;
    }

    /**
     * The names from {@code from} on.
     *
     * @param changed the directory's time of change, as it is now
     */
    NameWindow from(byte[] from, Path directory, FileTime changed) throws IOException {
        synchronized (locks[Math.floorMod(directory.hashCode(), locks.length)]) {
            Optional<Snapshot> known = recall(directory)
                    .filter(snapshot -> snapshot.window.covers(from) && snapshot.holds(changed, clock.instant()));
            if (known.isPresent()) {
                return known.get().window;
            }
            Instant began = clock.instant();
            NameWindow window = read(directory, from);
            remember(directory, new Snapshot(window, changed, began, clock.instant()));
            return window;
        }
    }

    private NameWindow read(Path directory, byte[] from) throws IOException {
        NameWindow.Builder window = new NameWindow.Builder(from, room);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                FileNames.last(entry)
                        .filter(name -> !PartFile.isOne(name))
                        .ifPresent(name -> window.add(name.getBytes(StandardCharsets.UTF_8)));
            }
        } catch (DirectoryIteratorException failed) {
            throw failed.getCause();
        }
        return window.build();
    }

    private Optional<Snapshot> recall(Path directory) {
        synchronized (remembered) {
            return Optional.ofNullable(remembered.get(directory));
        }
    }

    private void remember(Path directory, Snapshot snapshot) {
        synchronized (remembered) {
            forget(remembered.remove(directory));
            if (snapshot.window.names().size() >= WORTH_REMEMBERING) {
                remembered.put(directory, snapshot);
                bytes += snapshot.window.names().weight();
            }
            Iterator<Snapshot> eldest = remembered.values().iterator();
            while (bytes > MOST_BYTES && remembered.size() > 1) {
                forget(eldest.next());
                eldest.remove();
            }
        }
    }

    private void forget(Snapshot snapshot) {
        bytes -= snapshot == null ? 0 : snapshot.window.names().weight();
    }

    private record Snapshot(NameWindow window, FileTime changed, Instant began, Instant ended) {
        boolean holds(FileTime changedNow, Instant now) {
            boolean settled = !changed.toInstant().plus(TICK).isAfter(began);
            if (settled && changed.equals(changedNow)) {
                return true;
            }
            Duration grace = Duration.between(began, ended).multipliedBy(STALE_FACTOR);
            return window.names().size() >= LARGE && now.isBefore(ended.plus(grace));
        }
    }
}
