package org.mediaenricher.storage.s3;

import java.util.Optional;
import java.util.Set;
import org.mediaenricher.storage.NoSuchBucket;
import org.mediaenricher.storage.ObjectFailure;
import org.mediaenricher.storage.ObjectFailure.Why;
import org.mediaenricher.storage.ObjectKey;
import org.mediaenricher.storage.StoreFailure;
import org.mediaenricher.storage.StoreUnavailable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What an answer of S3 means for us, by status and error code (Amazon S3 API Reference, "Error
 * responses").
 */
final class S3Failures {
    /** Client errors that would meet every other object as well. */
    private static final Set<String> CONCERN_ALL = Set.of(
            "AccountProblem",
            "AllAccessDisabled",
            "AuthorizationHeaderMalformed",
            "ExpiredToken",
            "InvalidAccessKeyId",
            "InvalidSecurity",
            "InvalidToken",
            "NotSignedUp",
            "RequestTimeTooSkewed",
            "RequestTimeout",
            "SignatureDoesNotMatch");

    private static final Set<String> NO_BUCKET = Set.of("NoSuchBucket", "InvalidBucketName");

    private S3Failures() {}

    /** The failure of a call on a whole bucket. */
    static StoreFailure ofBucket(String bucket, SdkException failed) {
        if (status(failed) == 404 || NO_BUCKET.contains(code(failed))) {
            return new NoSuchBucket(bucket);
        }
        return unavailable("bucket " + bucket, failed);
    }

    /** The failure of a call on one object. */
    static StoreFailure ofObject(ObjectKey key, SdkException failed) {
        if (NO_BUCKET.contains(code(failed))) {
            return new NoSuchBucket(key.bucket());
        }
        if (concernsAll(failed)) {
            return unavailable(key.toString(), failed);
        }
        return switch (status(failed)) {
            case 404 -> new ObjectFailure(key, Why.MISSING, "no such object", failed);
            case 412 -> new ObjectFailure(key, Why.CHANGED, "overwritten after it was listed", failed);
            default -> new ObjectFailure(key, Why.REFUSED, reason(failed), failed);
        };
    }

    static StoreUnavailable unavailable(String what, SdkException failed) {
        return new StoreUnavailable(what + ": " + reason(failed), failed);
    }

    /** Not an answer about this object or bucket, but about the store or about us. */
    static boolean concernsAll(SdkException failed) {
        int status = status(failed);
        boolean clientError = status >= 400 && status < 500;
        return !clientError || status == 401 || status == 408 || status == 429 || CONCERN_ALL.contains(code(failed));
    }

    /** The HTTP status, 0 when there was no answer. */
    static int status(SdkException failed) {
        return failed instanceof AwsServiceException answer ? answer.statusCode() : 0;
    }

    /** Whether the answer told its error code; those to HEAD have no room for it. */
    static boolean isExplained(SdkException failed) {
        return !code(failed).isEmpty();
    }

    private static String code(SdkException failed) {
        return details(failed).map(AwsErrorDetails::errorCode).orElse("");
    }

    private static String reason(SdkException failed) {
        return details(failed)
                .map(details -> details.errorCode() + ": " + details.errorMessage())
                .orElse(failed.getMessage());
    }

    private static Optional<AwsErrorDetails> details(SdkException failed) {
        return failed instanceof AwsServiceException answer
                ? Optional.ofNullable(answer.awsErrorDetails()).filter(details -> details.errorCode() != null)
                : Optional.empty();
    }
}
