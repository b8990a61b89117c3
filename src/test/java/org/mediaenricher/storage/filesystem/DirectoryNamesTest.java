package org.mediaenricher.storage.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered shows by adding a file and setting the directory's time back. */
class DirectoryNamesTest {
    private static final Instant CHANGED = Instant.parse("2024-01-01T00:00:00Z");

    @TempDir
    Path directory;

    private final TickingClock clock = new TickingClock();

    @BeforeEach
    void fill() throws IOException {
        add(300);
    }

    @Test
    void remembers_an_unchanged_directory() throws IOException {
        DirectoryNames names = new DirectoryNames(clock, 1000);
        clock.now = CHANGED.plusSeconds(3);
        assertThat(count(names, "")).isEqualTo(300);
        add(301);
        assertThat(count(names, "")).isEqualTo(300);
    }

    @Test
    void reads_again_what_has_changed() throws IOException {
        DirectoryNames names = new DirectoryNames(clock, 1000);
        clock.now = CHANGED.plusSeconds(3);
        assertThat(count(names, "")).isEqualTo(300);
        add(301);
        Files.setLastModifiedTime(directory, FileTime.from(CHANGED.plusSeconds(1)));
        assertThat(count(names, "")).isEqualTo(301);
    }

    @Test
    void reads_again_what_was_read_within_the_tick_of_its_change() throws IOException {
        DirectoryNames names = new DirectoryNames(clock, 1000);
        clock.now = CHANGED.plusMillis(1900);
        assertThat(count(names, "")).isEqualTo(300);
        add(301);
        clock.now = CHANGED.plusSeconds(60);
        assertThat(count(names, "")).isEqualTo(301);
    }

    @Test
    void a_large_directory_may_be_as_old_as_ten_times_its_reading() throws IOException {
        add(10_000);
        DirectoryNames names = new DirectoryNames(clock, 20_000);
        clock.now = CHANGED;
        clock.step = Duration.ofSeconds(1);
        assertThat(count(names, "")).isEqualTo(10_000);
        add(10_001);
        clock.now = CHANGED.plusSeconds(10);
        assertThat(count(names, "")).isEqualTo(10_000);
        clock.now = CHANGED.plusSeconds(12);
        assertThat(count(names, "")).isEqualTo(10_001);
    }

    @Test
    void a_window_begins_where_it_is_asked_for_when_there_is_no_room_for_all() throws IOException {
        DirectoryNames names = new DirectoryNames(clock, 100);
        NameWindow window = window(names, "00200");
        assertThat(window.names().get(0)).isEqualTo("00200");
        assertThat(window.names().size()).isLessThan(100);
        assertThat(window.reachesEnd()).isFalse();
        NameWindow next = names.from(window.next(), directory, changed());
        assertThat(next.names().get(next.names().ceiling(window.next())))
                .isEqualTo("%05d".formatted(200 + window.names().size()));
    }

    @Test
    void a_window_reaches_back_to_the_beginning_while_there_is_room() throws IOException {
        NameWindow window = window(new DirectoryNames(clock, 1000), "00200");
        assertThat(window.names().size()).isEqualTo(300);
        assertThat(window.names().ceiling(bytes("00200"))).isEqualTo(200);
        assertThat(window.reachesEnd()).isTrue();
    }

    private int count(DirectoryNames names, String from) throws IOException {
        return window(names, from).names().size();
    }

    private NameWindow window(DirectoryNames names, String from) throws IOException {
        return names.from(bytes(from), directory, changed());
    }

    private FileTime changed() throws IOException {
        return Files.getLastModifiedTime(directory);
    }

    /** Fills up to so many files, and leaves the directory looking as if it had not changed. */
    private void add(int upTo) throws IOException {
        for (int i : IntStream.range(0, upTo).toArray()) {
            Path file = directory.resolve("%05d".formatted(i));
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
        }
        Files.setLastModifiedTime(directory, FileTime.from(CHANGED));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Moves on by one step each time it is read. */
    private static final class TickingClock extends Clock {
        private Instant now = CHANGED;
        private Duration step = Duration.ZERO;

        @Override
        public Instant instant() {
            Instant told = now;
            now = now.plus(step);
            return told;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
