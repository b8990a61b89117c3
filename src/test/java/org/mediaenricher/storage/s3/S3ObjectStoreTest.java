package org.mediaenricher.storage.s3;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.mediaenricher.storage.ObjectStore;
import org.mediaenricher.storage.ObjectStoreContract;

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
}
