package org.mediaenricher.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How every backend lists. Each test begins with an empty bucket. */
public abstract class ListingContract extends StoreFixture {
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
}
