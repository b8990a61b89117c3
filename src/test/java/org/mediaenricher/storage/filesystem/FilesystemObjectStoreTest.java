package org.mediaenricher.storage.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediaenricher.storage.ListQuery;
import org.mediaenricher.storage.ObjectFailure;
import org.mediaenricher.storage.ObjectFailure.Why;
import org.mediaenricher.storage.ObjectStore;
import org.mediaenricher.storage.ObjectStoreContract;
import org.mediaenricher.storage.StoreUnavailable;
import org.mediaenricher.storage.StoredObject;

class FilesystemObjectStoreTest extends ObjectStoreContract {
    private static final StoredObject NEVER_SEEN = new StoredObject("a", 1, "e", Instant.EPOCH);

    @TempDir
    Path folder;

    private Path root;
    private Path photos;
    private ObjectStore store;

    @BeforeEach
    void open() throws IOException {
        root = Files.createDirectory(folder.resolve("root"));
        photos = Files.createDirectory(root.resolve("photos"));
        store = new FilesystemObjectStore(root);
    }

    @Override
    protected ObjectStore store() {
        return store;
    }

    @Override
    protected String bucket() {
        return "photos";
    }

    @Test
    void orders_letters_beyond_the_basic_plane_by_their_bytes() throws IOException {
        put("\uFF5E", "EF BD 9E in UTF-8, but behind D83D in UTF-16");
        put("\uD83D\uDE00", "F0 9F 98 80");
        assertThat(allPages("", 1)).containsExactly("\uFF5E", "\uD83D\uDE00");
    }

    @Test
    void follows_no_link_below_a_bucket() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "secret");
        put("real/file", "x");
        Files.createSymbolicLink(photos.resolve("out-file"), outside.resolve("secret"));
        Files.createSymbolicLink(photos.resolve("out"), outside);
        Files.createSymbolicLink(photos.resolve("in"), photos.resolve("real"));
        Files.createSymbolicLink(photos.resolve("loop"), photos);

        assertThat(allPages("", 1)).containsExactly("real/file");
        for (String path : List.of("out-file", "out/secret", "in/file", "loop/real/file")) {
            assertThat(paths(new ListQuery(path, "", 10))).isEmpty();
            assertThat(store.stat(key(path))).as(path).isEmpty();
            assertMissing(path);
            store.delete(key(path));
        }
        assertThat(paths(new ListQuery("", "out/a", 10))).containsExactly("real/file");
        assertRefused("out/new");
        assertThat(outside).isDirectoryContaining(file -> file.endsWith("secret"));
        assertThat(outside).isDirectoryNotContaining(file -> file.endsWith("new"));
    }

    @Test
    void puts_in_place_of_a_link_and_not_through_it() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside"), "old");
        Files.createSymbolicLink(photos.resolve("a"), outside);
        put("a", "new");
        assertThat(outside).hasContent("old");
        assertThat(photos.resolve("a")).isRegularFile().hasContent("new");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside",
                "a/../../outside",
                "..",
                ".",
                "a/.",
                "a/..",
                "/etc/passwd",
                "a//b",
                "a/",
                "//",
                ".media-enricher-1.part"
            })
    void holds_no_object_whose_name_is_no_file_below_the_bucket(String path) throws IOException {
        Path outside = Files.writeString(root.resolve("outside"), "secret");
        Files.writeString(Files.createDirectory(photos.resolve("a")).resolve("b"), "x");
        assertThat(store.stat(key(path))).isEmpty();
        assertMissing(path);
        assertRefused(path);
        store.delete(key(path));
        assertThat(paths(new ListQuery(path, "", 10))).isSubsetOf("a/b");
        assertThat(paths(new ListQuery("", path, 10))).isSubsetOf("a/b");
        assertThat(outside).hasContent("secret");
        assertThat(Files.list(photos)).singleElement().isEqualTo(photos.resolve("a"));
    }

    @Test
    void a_name_too_long_for_a_file_is_absent_and_refused() {
        String path = "ä".repeat(128);
        assertThat(store.stat(key(path))).isEmpty();
        assertThat(paths(new ListQuery(path, "", 10))).isEmpty();
        assertThat(paths(new ListQuery("", path, 10))).isEmpty();
        assertMissing(path);
        assertRefused(path);
    }

    @Test
    void a_pipe_is_no_object() throws Exception {
        Path pipe = photos.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        put("plain", "x");
        assertThat(paths(ListQuery.all())).containsExactly("plain");
        assertThat(store.stat(key("pipe"))).isEmpty();
    }

    @Test
    void a_folder_is_no_object_and_in_the_way_of_one() throws IOException {
        put("a/b", "x");
        assertThat(store.stat(key("a"))).isEmpty();
        assertMissing("a");
        assertRefused("a");
        assertRefused("a/b/c");
        store.delete(key("a"));
        assertThat(paths(ListQuery.all())).containsExactly("a/b");
    }

    @Test
    void a_bucket_may_be_a_link_placed_by_the_operator() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(Files.createDirectory(elsewhere.resolve("2024")).resolve("a.jpg"), "x");
        Files.createSymbolicLink(root.resolve("linked"), elsewhere);
        assertThat(store.bucketExists("linked")).isTrue();
        StoredObject listed = store.list("linked", ListQuery.all()).objects().get(0);
        assertThat(listed.path()).isEqualTo("2024/a.jpg");
        assertThat(readAll("linked", listed)).isEqualTo("x");
    }

    @Test
    void is_unavailable_when_the_link_of_a_bucket_leads_nowhere() throws IOException {
        Files.createSymbolicLink(root.resolve("unmounted"), folder.resolve("not-there"));
        assertThatThrownBy(() -> store.bucketExists("unmounted")).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> store.list("unmounted", ListQuery.all())).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> readAll("unmounted", NEVER_SEEN)).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void is_unavailable_when_the_root_is_gone() throws IOException {
        Files.delete(photos);
        Files.delete(root);
        assertThatThrownBy(store::check).isInstanceOf(StoreUnavailable.class).hasMessageContaining(root.toString());
        assertThatThrownBy(() -> store.bucketExists("photos")).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> store.list("photos", ListQuery.all())).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> store.stat(key("a/b"))).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> readAll("photos", NEVER_SEEN)).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> put("a", "x")).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> store.delete(key("a"))).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void is_unavailable_when_the_disk_fails() throws IOException {
        // a plain file that cannot be read, even by root: the first page of our own memory
        Path process = Files.createSymbolicLink(root.resolve("process"), Path.of("/proc/self"));
        StoredObject memory = new StoredObject("mem", 4096, "e", Instant.EPOCH);
        assertThatThrownBy(() -> readAll("process", memory)).isInstanceOf(StoreUnavailable.class);
        Files.delete(process);
    }

    @Test
    void has_another_etag_when_a_file_of_the_same_size_and_time_takes_its_place() throws IOException {
        FileTime time = FileTime.from(Instant.parse("2024-01-02T03:04:05.006007008Z"));
        StoredObject before = writeAt("first", time);
        StoredObject after = writeAt("other", time);
        assertThat(after.lastModified()).isEqualTo(before.lastModified()).isEqualTo(time.toInstant());
        assertThat(after.size()).isEqualTo(before.size());
        assertThat(after.etag()).isNotEqualTo(before.etag());
    }

    @Test
    void leaves_no_half_written_file_and_no_empty_folder_behind() throws IOException {
        put("a/b/c", "x");
        assertThatThrownBy(() -> store.put(key("a/b/d"), new ByteArrayInputStream(new byte[3]), 4))
                .isInstanceOf(IOException.class);
        assertThat(Files.list(photos.resolve("a/b"))).containsExactly(photos.resolve("a/b/c"));
        store.delete(key("a/b/c"));
        assertThat(photos).isEmptyDirectory();
    }

    @Test
    void a_put_survives_deletes_that_clear_its_folder_away() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Void>> done = threads.invokeAll(
                    Stream.of("a/b/one", "a/b/two").map(this::putAndDelete).toList());
            for (Future<Void> each : done) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(paths(ListQuery.all())).isEmpty();
    }

    private Callable<Void> putAndDelete(String path) {
        return () -> {
            for (int i = 0; i < 200; i++) {
                put(path, "x");
                store.delete(key(path));
            }
            return null;
        };
    }

    private StoredObject writeAt(String text, FileTime time) throws IOException {
        Path fresh = Files.writeString(folder.resolve("fresh"), text);
        Files.setLastModifiedTime(fresh, time);
        Files.move(fresh, photos.resolve("a"), StandardCopyOption.REPLACE_EXISTING);
        return store.stat(key("a")).orElseThrow();
    }

    private void assertMissing(String path) {
        StoredObject claimed = new StoredObject(path, 1, "e", Instant.EPOCH);
        assertThat(catchThrowableOfType(ObjectFailure.class, () -> readAll(bucket(), claimed)))
                .as(path)
                .extracting(ObjectFailure::why)
                .isEqualTo(Why.MISSING);
    }

    private void assertRefused(String path) {
        assertThat(catchThrowableOfType(ObjectFailure.class, () -> put(path, "x")))
                .as(path)
                .extracting(ObjectFailure::why)
                .isEqualTo(Why.REFUSED);
    }
}
