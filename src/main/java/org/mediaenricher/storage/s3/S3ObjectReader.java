package org.mediaenricher.storage.s3;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.mediaenricher.storage.ObjectKey;
import org.mediaenricher.storage.ObjectReader;
import org.mediaenricher.storage.StoredObject;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/** One ranged GET a read, on the condition that the object is still the one that was listed. */
final class S3ObjectReader implements ObjectReader {
    private final S3Client client;
    private final ObjectKey key;
    private final StoredObject object;

    S3ObjectReader(S3Client client, ObjectKey key, StoredObject object) {
        this.client = client;
        this.key = key;
        this.object = object;
    }

    @Override
    public int read(long offset, byte[] into, int from, int length) {
        Objects.checkIndex(offset, Long.MAX_VALUE);
        Objects.checkFromIndexSize(from, length, into.length);
        // no call for what the listing tells already
        int wanted = (int) Math.max(0, Math.min(length, object.size() - offset));
        if (wanted == 0) {
            return 0;
        }
        try {
            return client.getObject(range(offset, wanted), (answer, body) -> fill(body, into, from, wanted));
        } catch (SdkException failed) {
            throw S3Failures.ofObject(key, failed);
        }
    }

    @Override
    public void close() {
        // every read gave its connection back
    }

    private GetObjectRequest range(long offset, int length) {
        return GetObjectRequest.builder()
                .bucket(key.bucket())
                .key(key.path())
                .range("bytes=" + offset + "-" + (offset + length - 1))
                .ifMatch("\"" + object.etag() + "\"")
                .build();
    }

    private static int fill(InputStream body, byte[] into, int from, int wanted) {
        try {
            return body.readNBytes(into, from, wanted);
        } catch (IOException cut) {
            throw RetryableException.create("the answer broke off", cut);
        }
    }
}
