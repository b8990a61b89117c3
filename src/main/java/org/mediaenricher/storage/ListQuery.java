package org.mediaenricher.storage;

/**
 * Which part of a bucket to list.
 *
 * @param prefix only paths that begin with it; empty for all. A plain beginning of the text, not a
 *     folder: {@code a} covers {@code a.jpg} and {@code a/b.jpg}
 * @param startAfter only paths behind it in the order of the bytes of UTF-8; empty for the beginning.
 *     It need not exist
 * @param limit the most objects of one page, 1 to 1,000
 */
public record ListQuery(String prefix, String startAfter, int limit) {
    /** The longest page a store gives (the limit of S3's ListObjectsV2). */
    public static final int LONGEST_PAGE = 1000;

    /**
     * @throws IllegalArgumentException when the limit is out of range, or a text could never be part
     *     of a path
     */
    public ListQuery {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new IllegalArgumentException("a page has 1 to " + LONGEST_PAGE + " objects, not " + limit);
        }
        if (!prefix.isEmpty() && !ObjectKey.isPath(prefix)) {
            throw new IllegalArgumentException("no path can begin like this: " + prefix);
        }
        if (!startAfter.isEmpty() && !ObjectKey.isPath(startAfter)) {
            throw new IllegalArgumentException("no path can look like this: " + startAfter);
        }
    }

    /** The first page of a bucket, as long as a page can be. */
    public static ListQuery all() {
        return new ListQuery("", "", LONGEST_PAGE);
    }

    /** The same query for no more than {@code objects}, where that is less than its limit. */
    public ListQuery atMost(long objects) {
        return new ListQuery(prefix, startAfter, (int) Math.min(limit, objects));
    }

    /** The same query, going on behind the given path. */
    public ListQuery after(String path) {
        return new ListQuery(prefix, path, limit);
    }
}
