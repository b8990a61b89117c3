package org.mediaenricher.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediaenricher.storage.ObjectFailure.Why;

/** What every backend must do. Each test begins with an empty bucket. */
public abstract class ObjectStoreContract {
    /** The store under test. */
    protected abstract ObjectStore store();

    /** The empty bucket made for this test. */
    protected abstract String bucket();

    @Test
    void an_empty_bucket_exists_and_lists_nothing() {
        assertThat(store().bucketExists(bucket())).isTrue();
        Listing listing = store().list(bucket(), ListQuery.all());
        assertThat(listing.objects()).isEmpty();
        assertThat(listing.more()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"no-such-bucket", "Not.A_Bucket", "a b", "ü", "arn:aws:s3:::x", ".", "..", "a/b", "", "x\0"})
    void an_unknown_bucket_is_no_bucket(String name) {
        assertThat(store().bucketExists(name)).isFalse();
        assertThatThrownBy(() -> store().list(name, ListQuery.all())).isInstanceOf(NoSuchBucket.class);
    }

    @Test
    void an_object_in_an_unknown_bucket_names_the_bucket() {
        ObjectKey key = new ObjectKey("no-such-bucket", "a");
        assertThat(store().stat(key)).isEmpty();
        assertThatThrownBy(() -> put(key, "x")).isInstanceOf(NoSuchBucket.class);
        assertThatThrownBy(() -> readAll("no-such-bucket", new StoredObject("a", 1, "e", Instant.EPOCH)))
                .isInstanceOf(NoSuchBucket.class);
    }

    @Test
    void what_was_put_is_there_as_stat_and_listing_tell_alike() throws IOException {
        Instant before = Instant.now();
        StoredObject put = put("a/b.txt", "hello");
        assertThat(put.path()).isEqualTo("a/b.txt");
        assertThat(put.size()).isEqualTo(5);
        assertThat(put.etag()).isNotEmpty().doesNotContain("\"");
        assertThat(put.lastModified())
                .isBetween(before.minus(Duration.ofSeconds(2)), Instant.now().plus(Duration.ofSeconds(2)));
        assertThat(store().stat(key("a/b.txt")).orElseThrow().etag()).isEqualTo(put.etag());
        StoredObject listed = store().list(bucket(), ListQuery.all()).objects().get(0);
        assertThat(listed.etag()).isEqualTo(put.etag());
        assertThat(listed.size()).isEqualTo(5);
        assertThat(readAll(bucket(), listed)).isEqualTo("hello");
    }

    @Test
    void an_overwritten_object_has_another_etag_and_its_new_content() throws IOException {
        StoredObject first = put("a", "hello");
        StoredObject second = put("a", "world");
        assertThat(second.etag()).isNotEqualTo(first.etag());
        assertThat(store().list(bucket(), ListQuery.all()).objects())
                .singleElement()
                .extracting(StoredObject::etag)
                .isEqualTo(second.etag());
        assertThat(readAll(bucket(), second)).isEqualTo("world");
    }

    @Test
    void an_absent_object_is_empty_or_missing() {
        assertThat(store().stat(key("a"))).isEmpty();
        ObjectFailure failure = catchThrowableOfType(
                ObjectFailure.class, () -> readAll(bucket(), new StoredObject("a", 1, "e", Instant.EPOCH)));
        assertThat(failure.why()).isEqualTo(Why.MISSING);
        assertThat(failure.key()).isEqualTo(key("a"));
    }

    @Test
    void deletes_what_is_there_and_does_not_mind_what_is_not() throws IOException {
        StoredObject object = put("a/b/c", "x");
        put("a/d", "y");
        store().delete(key("a/b/c"));
        store().delete(key("a/b/c"));
        store().delete(key("never/there"));
        assertThat(store().stat(key("a/b/c"))).isEmpty();
        assertThat(paths(ListQuery.all())).containsExactly("a/d");
        assertThatThrownBy(() -> readAll(bucket(), object)).isInstanceOf(ObjectFailure.class);
        put("a/b/c", "again");
        assertThat(paths(ListQuery.all())).containsExactly("a/b/c", "a/d");
    }

    @Test
    void lists_in_the_order_of_the_bytes_of_whole_keys() throws IOException {
        List<String> ordered = List.of(
                "A", "a", "a b", "a!b", "a-", "a-b", "a-b/c", "a.jpg", "a/b", "a/b-c", "a/b/c", "a0", "aa", "b", "é",
                "€");
        // a store of files cannot hold both a and a/b
        List<String> kept = ordered.stream()
                .filter(path -> !path.equals("a") && !path.equals("a-b") && !path.equals("a/b"))
                .toList();
        List<String> shuffled = new ArrayList<>(kept);
        Collections.shuffle(shuffled, new Random(1));
        for (String path : shuffled) {
            put(path, "x");
        }
        assertThat(paths(ListQuery.all())).containsExactlyElementsOf(kept);
        for (int limit = 1; limit < 5; limit++) {
            assertThat(allPages("", limit)).containsExactlyElementsOf(kept);
        }
    }

    @Test
    void goes_on_behind_any_key_there_or_not() throws IOException {
        List<String> keys = List.of("a-b", "a/b/c", "a/d", "ab", "b/x", "b/y");
        for (String path : keys) {
            put(path, "x");
        }
        for (String after :
                List.of("a", "a-", "a-b", "a/", "a/b", "a/b/", "a/b/c", "a/b/zz", "a/c/d", "a0", "b/", "c")) {
            assertThat(paths(new ListQuery("", after, 1000)))
                    .as("after %s", after)
                    .containsExactlyElementsOf(keys.stream()
                            .filter(key -> key.compareTo(after) > 0)
                            .toList());
        }
    }

    @Test
    void lists_what_begins_with_a_prefix() throws IOException {
        List<String> keys = List.of("a-b", "a/b-c", "a/b/c", "a/bb", "a/d", "ab");
        for (String path : keys) {
            put(path, "x");
        }
        for (String prefix : List.of("a", "a-", "a/", "a/b", "a/b/", "a/b/c", "a/b/c/", "a/c", "b", "z/")) {
            List<String> expected =
                    keys.stream().filter(key -> key.startsWith(prefix)).toList();
            assertThat(allPages(prefix, 1000)).as("prefix %s", prefix).containsExactlyElementsOf(expected);
            assertThat(allPages(prefix, 1)).as("prefix %s", prefix).containsExactlyElementsOf(expected);
        }
        assertThat(paths(new ListQuery("a/b", "a/b-c", 1000))).containsExactly("a/b/c", "a/bb");
        assertThat(paths(new ListQuery("a/b", "a/a", 1000))).containsExactly("a/b-c", "a/b/c", "a/bb");
        assertThat(paths(new ListQuery("a/b", "a/c", 1000))).isEmpty();
    }

    @Test
    void pages_through_2500_objects_seeing_each_once() throws Exception {
        List<String> keys = IntStream.range(0, 2500)
                .mapToObj(i -> "%d/%04d.jpg".formatted(i % 3, i))
                .sorted()
                .toList();
        putAll(keys);
        Listing first = store().list(bucket(), ListQuery.all());
        assertThat(first.objects()).hasSize(1000);
        assertThat(first.more()).isTrue();
        assertThat(allPages("", 1000)).containsExactlyElementsOf(keys);
        assertThat(allPages("", 500)).hasSize(2500);
        assertThat(allPages("1/", 100)).hasSize(833);
    }

    @Test
    void says_that_there_is_more_only_when_there_is() throws IOException {
        put("a/1", "x");
        put("a/2", "x");
        assertThat(store().list(bucket(), new ListQuery("", "", 2)).more()).isFalse();
        assertThat(store().list(bucket(), new ListQuery("", "", 1)).more()).isTrue();
        assertThat(store().list(bucket(), new ListQuery("", "a/1", 1)).more()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with space.jpg", " lead", "trail ", "100%.jpg", "%2F", "a+b", "a&b=c?d#e", "ümläut/ß.jpg", "e\u0301",
                "\uD83D\uDE00.jpg", "日本/写真.jpg", "-i", "a%03d.png", "~", "'\"`$(x)", "a\\b", "new\nline", "tab\t",
                "\u202Egpj.exe", ".hidden", "...", "a/..b/c", "CON"
            })
    void holds_objects_with_odd_names(String path) throws IOException {
        StoredObject put = put(path, "odd");
        assertThat(paths(ListQuery.all())).containsExactly(path);
        assertThat(paths(new ListQuery(path, "", 10))).containsExactly(path);
        assertThat(paths(new ListQuery("", path, 10))).isEmpty();
        assertThat(store().stat(key(path)).orElseThrow().etag()).isEqualTo(put.etag());
        assertThat(readAll(bucket(), put)).isEqualTo("odd");
        store().delete(key(path));
        assertThat(paths(ListQuery.all())).isEmpty();
    }

    @Test
    void reads_any_range_and_less_only_at_the_end() throws IOException {
        byte[] content = new byte[10_000];
        new Random(2).nextBytes(content);
        StoredObject object = store().put(key("a"), new ByteArrayInputStream(content), content.length);
        try (ObjectReader reader = store().open(bucket(), object)) {
            assertRange(reader, content, 0, 10_000);
            assertRange(reader, content, 0, 1);
            assertRange(reader, content, 9_999, 1);
            assertRange(reader, content, 4_096, 4_096);
            assertRange(reader, content, 9_000, 5_000);
            assertRange(reader, content, 0, 20_000);
            assertRange(reader, content, 10_000, 1);
            assertRange(reader, content, Long.MAX_VALUE - 1, 1);
            assertRange(reader, content, 5, 0);
        }
    }

    @Test
    void leaves_alone_what_lies_beside_the_range_in_the_array() throws IOException {
        StoredObject object = put("a", "hello");
        byte[] into = "..........".getBytes(StandardCharsets.UTF_8);
        try (ObjectReader reader = store().open(bucket(), object)) {
            assertThat(reader.read(1, into, 3, 4)).isEqualTo(4);
            assertThat(into).asString(StandardCharsets.UTF_8).isEqualTo("...ello...");
            assertThatThrownBy(() -> reader.read(0, into, 8, 3)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> reader.read(-1, into, 0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void an_empty_object_is_an_object() throws IOException {
        StoredObject object = put("empty", "");
        assertThat(object.size()).isZero();
        assertThat(readAll(bucket(), object)).isEmpty();
    }

    @Test
    void a_large_object_comes_back_whole() throws IOException {
        byte[] content = new byte[(3 << 20) + 7];
        new Random(3).nextBytes(content);
        StoredObject object = store().put(key("large"), new ByteArrayInputStream(content), content.length);
        try (ObjectReader reader = store().open(bucket(), object)) {
            assertRange(reader, content, 0, content.length);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 3 << 20})
    void stores_nothing_of_a_content_that_is_not_of_its_size(int size) throws IOException {
        put("kept", "old");
        byte[] longer = new byte[size + 1];
        assertThatThrownBy(() -> store().put(key("kept"), new ByteArrayInputStream(longer), size))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store().put(key("new"), new ByteArrayInputStream(longer), size + 2))
                .isInstanceOf(IOException.class);
        assertThat(paths(ListQuery.all())).containsExactly("kept");
        assertThat(readAll(bucket(), store().stat(key("kept")).orElseThrow())).isEqualTo("old");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 3 << 20})
    void stores_nothing_of_a_content_that_breaks_off(int size) {
        InputStream broken = new InputStream() {
            private int left = size / 2;

            @Override
            public int read() throws IOException {
                if (left <= 0) {
                    throw new IOException("the client went away");
                }
                left--;
                return 1;
            }
        };
        assertThatThrownBy(() -> store().put(key("new"), broken, size))
                .isInstanceOf(IOException.class)
                .hasMessage("the client went away");
        assertThat(paths(ListQuery.all())).isEmpty();
    }

    @Test
    void lists_like_a_sorted_set_whatever_the_names() throws IOException {
        Random random = new Random(4);
        Set<String> kept = new TreeSet<>();
        for (int i = 0; i < 300; i++) {
            String path = randomPath(random);
            boolean clashes = kept.stream().anyMatch(k -> k.startsWith(path + "/") || path.startsWith(k + "/"));
            if (!clashes && kept.add(path)) {
                put(path, "x");
            }
        }
        for (int i = 0; i < 300; i++) {
            String prefix = randomPath(random);
            prefix = prefix.substring(0, random.nextInt(Math.min(3, prefix.length() + 1)));
            String after = random.nextInt(3) == 0 ? "" : randomPath(random);
            int limit = 1 + random.nextInt(20);
            String begin = prefix;
            List<String> expected = kept.stream()
                    .filter(key -> key.startsWith(begin) && key.compareTo(after) > 0)
                    .toList();
            Listing listing = store().list(bucket(), new ListQuery(prefix, after, limit));
            assertThat(listing.objects().stream().map(StoredObject::path))
                    .as("prefix [%s] after [%s] limit %d", prefix, after, limit)
                    .containsExactlyElementsOf(expected.stream().limit(limit).toList());
            assertThat(listing.more()).isEqualTo(expected.size() > limit);
        }
    }

    @Test
    void gives_a_sign_of_life() {
        store().check();
    }

    /** The paths of one page. */
    protected List<String> paths(ListQuery query) {
        return store().list(bucket(), query).objects().stream()
                .map(StoredObject::path)
                .toList();
    }

    /** The paths of all pages of this length. */
    protected List<String> allPages(String prefix, int limit) {
        List<String> paths = new ArrayList<>();
        ListQuery query = new ListQuery(prefix, "", limit);
        Listing page = store().list(bucket(), query);
        page.objects().forEach(object -> paths.add(object.path()));
        while (page.more()) {
            page = store().list(bucket(), query.after(paths.get(paths.size() - 1)));
            page.objects().forEach(object -> paths.add(object.path()));
        }
        return paths;
    }

    /** Puts a text into the test's bucket. */
    protected StoredObject put(String path, String text) throws IOException {
        return put(key(path), text);
    }

    /** Puts many objects, several at a time. */
    private void putAll(List<String> paths) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<StoredObject>> puts = new ArrayList<>();
            paths.forEach(path -> puts.add(() -> put(path, "x")));
            for (Future<StoredObject> put : threads.invokeAll(puts)) {
                put.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** A key in the test's bucket. */
    protected ObjectKey key(String path) {
        return new ObjectKey(bucket(), path);
    }

    /** The whole object as text. */
    protected String readAll(String bucket, StoredObject object) {
        byte[] bytes = new byte[(int) object.size() + 1];
        try (ObjectReader reader = store().open(bucket, object)) {
            return new String(bytes, 0, reader.read(0, bytes, 0, bytes.length), StandardCharsets.UTF_8);
        }
    }

    private StoredObject put(ObjectKey key, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return store().put(key, new ByteArrayInputStream(bytes), bytes.length);
    }

    private static String randomPath(Random random) {
        StringBuilder path = new StringBuilder();
        for (int folders = random.nextInt(3); folders >= 0; folders--) {
            for (int letters = random.nextInt(3); letters >= 0; letters--) {
                path.append("ab-0".charAt(random.nextInt(4)));
            }
            path.append(folders == 0 ? "" : "/");
        }
        return path.toString();
    }

    private static void assertRange(ObjectReader reader, byte[] content, long offset, int length) {
        byte[] into = new byte[length];
        int n = reader.read(offset, into, 0, length);
        int from = (int) Math.min(offset, content.length);
        int to = (int) Math.min((long) from + length, content.length);
        assertThat(Arrays.copyOf(into, n))
                .as("%d bytes from %d", length, offset)
                .isEqualTo(Arrays.copyOfRange(content, from, to));
    }
}
