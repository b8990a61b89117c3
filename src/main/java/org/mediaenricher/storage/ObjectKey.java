package org.mediaenricher.storage;

/**
 * The address of one object. It checks itself once, so no backend checks it again.
 *
 * @param bucket the bucket's name: an S3 bucket, or a folder under the filesystem root; 1 to 255 bytes
 *     of UTF-8, without {@code /}, neither {@code .} nor {@code ..}, and not beginning with
 *     {@code arn:}, which AWS takes for the address of something else
 * @param path the key inside the bucket: 1 to 1,024 bytes of UTF-8 (the limit of S3), any character
 *     but NUL. Foreign buckets hold spaces, newlines, {@code //} and {@code ..}, and they stay legal
 *     here; a backend that cannot hold such an object answers as if it were absent
 */
public record ObjectKey(String bucket, String path) {
    /** The longest path, in bytes of UTF-8. */
    public static final int LONGEST_PATH = 1024;

    private static final int LONGEST_BUCKET = 255;

    /**
     * @throws IllegalArgumentException when bucket or path is not as described
     */
    public ObjectKey {
        if (!isBucket(bucket)) {
            throw new IllegalArgumentException("not a bucket's name: " + bucket);
        }
        if (!isPath(path)) {
            throw new IllegalArgumentException(
                    "a path has 1 to " + LONGEST_PATH + " bytes of UTF-8 and no NUL: " + path);
        }
    }

    /**
     * Tells whether a text can name a bucket, without asking any store.
     *
     * @param text what somebody typed; may be null
     */
    public static boolean isBucket(String text) {
        return Utf8.fits(text, LONGEST_BUCKET)
                && text.indexOf('/') < 0
                && !text.equals(".")
                && !text.equals("..")
                && !text.startsWith("arn:");
    }

    /**
     * Tells whether a text can be the path of an object.
     *
     * @param text what somebody typed; may be null
     */
    public static boolean isPath(String text) {
        return Utf8.fits(text, LONGEST_PATH);
    }

    @Override
    public String toString() {
        return bucket + "/" + path;
    }
}
