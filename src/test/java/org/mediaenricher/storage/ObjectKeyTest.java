package org.mediaenricher.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectKeyTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "a/b.jpg", "//", "..", "../x", " ", "\n", "\u202e", "ü", "\uD83D\uDE00"})
    void takes_whatever_a_foreign_bucket_may_hold(String path) {
        assertThat(new ObjectKey("bucket", path).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\0b", "\uD83D", "\uDE00\uD83D"})
    void refuses_a_path_that_no_store_can_spell(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ObjectKey("bucket", path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ü", "€", "\uD83D\uDE00"})
    void measures_a_path_in_bytes(String letter) {
        int bytes = letter.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        assertThat(ObjectKey.isPath(letter.repeat(1024 / bytes))).isTrue();
        assertThat(ObjectKey.isPath(letter.repeat(1024 / bytes + 1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "/", "a\0"})
    void refuses_a_bucket_that_is_not_one_folder(String bucket) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ObjectKey(bucket, "a"));
    }

    @Test
    void a_bucket_is_not_absent() {
        assertThat(ObjectKey.isBucket(null)).isFalse();
        assertThat(ObjectKey.isBucket("b".repeat(255))).isTrue();
        assertThat(ObjectKey.isBucket("b".repeat(256))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1001, -1})
    void refuses_a_page_of_no_or_too_many_objects(int limit) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ListQuery("", "", limit));
    }
}
