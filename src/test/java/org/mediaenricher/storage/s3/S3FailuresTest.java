package org.mediaenricher.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediaenricher.problems.MapConfig;
import org.mediaenricher.problems.Settings;
import org.mediaenricher.storage.ListQuery;
import org.mediaenricher.storage.NoSuchBucket;
import org.mediaenricher.storage.ObjectFailure;
import org.mediaenricher.storage.ObjectFailure.Why;
import org.mediaenricher.storage.ObjectKey;
import org.mediaenricher.storage.ObjectReader;
import org.mediaenricher.storage.ObjectStore;
import org.mediaenricher.storage.StoreUnavailable;
import org.mediaenricher.storage.StoredObject;

class S3FailuresTest {
    private static final StoredObject OBJECT = new StoredObject("a", 4, "e", Instant.EPOCH);

    private StubbornS3 server;
    private ObjectStore store;

    @BeforeEach
    void start() throws IOException {
        server = new StubbornS3();
        store = open(Map.of());
    }

    @AfterEach
    void stop() {
        store.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "500, InternalError",
        "503, SlowDown",
        "429, TooManyRequests",
        "403, InvalidAccessKeyId",
        "403, SignatureDoesNotMatch",
        "403, RequestTimeTooSkewed",
        "400, ExpiredToken",
        "301, PermanentRedirect"
    })
    void is_unavailable_when_the_answer_concerns_all_objects(int status, String code) {
        server.answer(status, code);
        assertThatThrownBy(this::read).isInstanceOf(StoreUnavailable.class).hasMessageContaining(code);
        assertThatThrownBy(this::list).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(store::check).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> store.bucketExists("b")).isInstanceOf(StoreUnavailable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "404, NoSuchKey, MISSING",
        "412, PreconditionFailed, CHANGED",
        "403, AccessDenied, REFUSED",
        "403, InvalidObjectState, REFUSED"
    })
    void tells_the_failure_of_one_object(int status, String code, Why why) {
        server.answer(status, code);
        ObjectFailure failure = catchThrowableOfType(ObjectFailure.class, this::read);
        assertThat(failure.why()).isEqualTo(why);
        assertThat(failure.key()).isEqualTo(new ObjectKey("b", "a"));
        assertThat(server.calls()).isEqualTo(1);
    }

    @Test
    void tells_a_bucket_that_is_gone() {
        server.answer(404, "NoSuchBucket");
        assertThatThrownBy(this::read).isInstanceOf(NoSuchBucket.class);
        assertThatThrownBy(this::list).isInstanceOf(NoSuchBucket.class);
        assertThat(store.bucketExists("b")).isFalse();
    }

    @Test
    void a_bucket_we_may_not_list_is_none_of_ours_but_the_store_lives() {
        server.answer(403, "AccessDenied");
        assertThat(store.bucketExists("b")).isFalse();
        assertThatThrownBy(this::list).isInstanceOf(StoreUnavailable.class);
        store.check();
    }

    @Test
    void a_head_without_reason_is_refused_only_if_we_are_not() {
        server.answer(403, "AccessDenied");
        assertThatThrownBy(() -> store.stat(new ObjectKey("b", "a"))).isInstanceOf(ObjectFailure.class);
        server.answer(403, "InvalidAccessKeyId");
        assertThatThrownBy(() -> store.stat(new ObjectKey("b", "a"))).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void tries_again_as_often_as_is_set() {
        server.answer(503, "SlowDown");
        assertThatThrownBy(this::read).isInstanceOf(StoreUnavailable.class);
        assertThat(server.calls()).isEqualTo(2);
    }

    @Test
    void does_not_show_a_failure_that_passes() {
        server.answerOnce(500, "InternalError");
        server.content("good");
        assertThat(read()).isEqualTo("good");
        assertThat(server.calls()).isEqualTo(2);
    }

    @Test
    void reads_again_what_broke_off() {
        server.breakOffOnce();
        server.content("good");
        assertThat(read()).isEqualTo("good");
    }

    @Test
    void sends_a_small_content_again_when_it_did_not_arrive() throws IOException {
        server.answerOnce(500, "InternalError");
        server.content("good");
        StoredObject stored = store.put(new ObjectKey("b", "a"), new ByteArrayInputStream(new byte[4]), 4);
        assertThat(stored.etag()).isEqualTo("e");
        assertThat(server.calls()).isEqualTo(3); // twice to put, once to see what is there
    }

    @Test
    void is_unavailable_when_nothing_is_said() {
        server.keepSilent();
        try (ObjectStore impatient = open(Map.of("s3.read-timeout", "PT0.2S", "s3.attempts", "1"))) {
            assertThatThrownBy(() -> impatient.list("b", ListQuery.all())).isInstanceOf(StoreUnavailable.class);
        }
    }

    @Test
    void is_unavailable_when_nobody_is_there() {
        server.close();
        assertThatThrownBy(this::read).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(store::check).isInstanceOf(StoreUnavailable.class);
    }

    private String read() {
        byte[] into = new byte[4];
        try (ObjectReader reader = store.open("b", OBJECT)) {
            return new String(into, 0, reader.read(0, into, 0, 4), StandardCharsets.UTF_8);
        }
    }

    private void list() {
        store.list("b", ListQuery.all());
    }

    private ObjectStore open(Map<String, String> others) {
        Map<String, String> values = new HashMap<>(Map.of(
                "s3.endpoint",
                server.address(),
                "s3.access-key",
                "key",
                "s3.secret-key",
                "secret",
                "s3.attempts",
                "2"));
        values.putAll(others);
        return new S3Backend().open(new Settings(new MapConfig(values), ""));
    }
}
