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
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediaenricher.storage.ObjectFailure.Why;

/** What every backend must do, listing included. Each test begins with an empty bucket. */
public abstract class ObjectStoreContract extends ListingContract {
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
    void gives_a_sign_of_life() {
        store().check();
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
