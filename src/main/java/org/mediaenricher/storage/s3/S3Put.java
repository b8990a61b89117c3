package org.mediaenricher.storage.s3;

import java.io.IOException;
import java.io.InputStream;
import org.mediaenricher.storage.ObjectKey;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** Sends one object: a small one from memory, so that it can be sent again; a large one streams, once. */
final class S3Put {
    private static final int SMALL = 1 << 20;

    private final S3Client client;
    private final ObjectKey key;

    S3Put(S3Client client, ObjectKey key) {
        this.client = client;
        this.key = key;
    }

    void send(InputStream content, long size) throws IOException {
        ExactContent exact = new ExactContent(content, size);
        if (size <= SMALL) {
            byte[] bytes = exact.readAllBytes();
            if (size == 0 && content.read() >= 0) {
                throw new IOException("the content has more than its 0 bytes");
            }
            send(RequestBody.fromBytes(bytes), size);
            return;
        }
        try {
            send(RequestBody.fromInputStream(exact, size), size);
        } catch (RuntimeException failed) {
            if (exact.failure().isPresent()) {
                throw exact.failure().get();
            }
            throw failed;
        }
    }

    private void send(RequestBody body, long size) {
        PutObjectRequest request = PutObjectRequest.builder()
                .bucket(key.bucket())
                .key(key.path())
                .contentLength(size)
                .build();
        try {
            client.putObject(request, body);
        } catch (SdkException failed) {
            throw S3Failures.ofObject(key, failed);
        }
    }
}
