package org.mediaenricher.storage.s3;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.mediaenricher.storage.ListQuery;
import org.mediaenricher.storage.Listing;
import org.mediaenricher.storage.NoSuchBucket;
import org.mediaenricher.storage.ObjectFailure;
import org.mediaenricher.storage.ObjectFailure.Why;
import org.mediaenricher.storage.ObjectKey;
import org.mediaenricher.storage.ObjectReader;
import org.mediaenricher.storage.ObjectStore;
import org.mediaenricher.storage.StoredObject;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** Objects of an S3 store. The SDK tries each call again a few times, and only then is it a failure. */
final class S3ObjectStore implements ObjectStore {
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

    private final S3Client client;
    private final String name;

    S3ObjectStore(S3Settings settings) {
        client = S3Connection.open(settings);
        name = "S3 at " + settings.endpoint().map(Object::toString).orElse("AWS " + settings.region());
    }

    @Override
    public boolean bucketExists(String bucket) {
        if (!ObjectKey.isBucket(bucket)) {
            return false;
        }
        try {
            client.listObjectsV2(request -> request.bucket(bucket).maxKeys(1));
            return true;
        } catch (SdkException failed) {
            if (S3Failures.concernsAll(failed)) {
                throw S3Failures.unavailable("bucket " + bucket, failed);
            }
            return false;
        }
    }

    @Override
    public Listing list(String bucket, ListQuery query) {
        if (!ObjectKey.isBucket(bucket)) {
            throw new NoSuchBucket(bucket);
        }
        try {
            return new S3Listing(client, bucket).page(query);
        } catch (SdkException failed) {
            throw S3Failures.ofBucket(bucket, failed);
        }
    }

    @Override
    public Optional<StoredObject> stat(ObjectKey key) {
        try {
            HeadObjectResponse head =
                    client.headObject(request -> request.bucket(key.bucket()).key(key.path()));
            return Optional.of(new StoredObject(
                    key.path(), head.contentLength(), S3Listing.unquoted(head.eTag()), head.lastModified()));
        } catch (SdkException failed) {
            if (S3Failures.status(failed) == 404) {
                return Optional.empty();
            }
            if (!S3Failures.isExplained(failed)) {
                check(); // a HEAD that is refused does not tell whether we are
            }
            throw S3Failures.ofObject(key, failed);
        }
    }

    @Override
    public ObjectReader open(String bucket, StoredObject object) {
        return new S3ObjectReader(client, new ObjectKey(bucket, object.path()), object);
    }

    @Override
    public StoredObject put(ObjectKey key, InputStream content, long size) throws IOException {
        new S3Put(client, key).send(content, size);
        return stat(key).orElseThrow(() -> new ObjectFailure(key, Why.MISSING, "removed at once", null));
    }

    @Override
    public void delete(ObjectKey key) {
        try {
            client.deleteObject(request -> request.bucket(key.bucket()).key(key.path()));
        } catch (SdkException failed) {
            throw S3Failures.ofObject(key, failed);
        }
    }

    @Override
    public void check() {
        try {
            client.listBuckets(
                    request -> request.overrideConfiguration(options -> options.apiCallTimeout(SIGN_OF_LIFE)));
        } catch (SdkException failed) {
            // a store that keeps its list of buckets from us is alive, and knows us
            if (S3Failures.concernsAll(failed)) {
                throw S3Failures.unavailable(name, failed);
            }
        }
    }

    @Override
    public void close() {
        client.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
