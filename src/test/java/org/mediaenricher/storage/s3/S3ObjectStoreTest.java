package org.mediaenricher.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mediaenricher.storage.ListQuery;
import org.mediaenricher.storage.ObjectFailure;
import org.mediaenricher.storage.ObjectFailure.Why;
import org.mediaenricher.storage.ObjectStore;
import org.mediaenricher.storage.ObjectStoreContract;
import org.mediaenricher.storage.StoreUnavailable;
import org.mediaenricher.storage.StoredObject;

class S3ObjectStoreTest extends ObjectStoreContract {
    private static LocalS3 server;
    private static ObjectStore store;
    private static int buckets;

    private String bucket;

    @BeforeAll
    static void start() throws Exception {
        server = new LocalS3();
        store = server.open();
    }

    @AfterAll
    static void stop() throws Exception {
        store.close();
        server.close();
    }

    @BeforeEach
    void makeBucket() {
        bucket = "bucket-" + buckets++;
        server.makeBucket(bucket);
    }

    @Override
    protected ObjectStore store() {
        return store;
    }

    @Override
    protected String bucket() {
        return bucket;
    }

    @Test
    void notices_an_object_overwritten_after_it_was_listed() throws IOException {
        StoredObject listed = put("a", "first");
        put("a", "other");
        ObjectFailure failure = catchThrowableOfType(ObjectFailure.class, () -> readAll(bucket, listed));
        assertThat(failure.why()).isEqualTo(Why.CHANGED);
    }

    @Test
    void is_unavailable_to_whom_the_store_does_not_know() {
        try (ObjectStore stranger = server.open(Map.of("mediaenricher.storage.s3.secret-key", "wrong"))) {
            assertThatThrownBy(stranger::check).isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> stranger.bucketExists(bucket)).isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> stranger.list(bucket, ListQuery.all()))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("SignatureDoesNotMatch");
            assertThatThrownBy(() -> stranger.stat(key("a"))).isInstanceOf(StoreUnavailable.class);
        }
    }
}
