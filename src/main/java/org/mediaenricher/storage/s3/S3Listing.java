package org.mediaenricher.storage.s3;

import java.util.List;
import org.mediaenricher.storage.ListQuery;
import org.mediaenricher.storage.Listing;
import org.mediaenricher.storage.ObjectKey;
import org.mediaenricher.storage.StoredObject;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Pages of one bucket, one call each (ListObjectsV2). */
final class S3Listing {
    private final S3Client client;
    private final String bucket;

    S3Listing(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    Listing page(ListQuery query) {
        return read(request(query).build());
    }

    private Listing read(ListObjectsV2Request request) {
        ListObjectsV2Response page = client.listObjectsV2(request);
        List<StoredObject> objects = page.contents().stream()
                .filter(S3Listing::isWhole)
                .map(S3Listing::described)
                .toList();
        if (objects.isEmpty() && page.isTruncated()) { // a page of what nobody can ask for
            return read(request.toBuilder()
                    .continuationToken(page.nextContinuationToken())
                    .build());
        }
        return new Listing(objects, page.isTruncated());
    }

    /** S3 lists nothing before it is whole; gateways over a filesystem do, with a name of theirs or without an ETag. */
    private static boolean isWhole(S3Object object) {
        return ObjectKey.isPath(object.key()) && object.eTag() != null;
    }

    /** The SDK gives ETags as in HTTP, in quotes (RFC 9110, 8.8.3). */
    static String unquoted(String etag) {
        return etag.startsWith("\"") ? etag.substring(1, etag.length() - 1) : etag;
    }

    private ListObjectsV2Request.Builder request(ListQuery query) {
        ListObjectsV2Request.Builder request =
                ListObjectsV2Request.builder().bucket(bucket).maxKeys(query.limit());
        if (!query.prefix().isEmpty()) {
            request.prefix(query.prefix());
        }
        if (!query.startAfter().isEmpty()) {
            request.startAfter(query.startAfter());
        }
        return request;
    }

    private static StoredObject described(S3Object object) {
        return new StoredObject(object.key(), object.size(), unquoted(object.eTag()), object.lastModified());
    }
}
