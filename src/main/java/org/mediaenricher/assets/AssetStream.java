package org.mediaenricher.assets;

import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mediaenricher.tenancy.TenantId;

/**
 * One of {@link AssetStreamSql} with what it is asked.
 *
 * @param parameters all but the limits at its end
 * @param limits how many limits it has
 */
record AssetStream(String sql, List<Object> parameters, int limits) {
    /** Tags that are not in {@code media_asset_tags}, for too many assets have them. */
    private static final Set<String> COMMON = Set.of("landscape", "portrait", "square", "has-gps", "has-audio");

    private static final Timestamp EVER = Timestamp.valueOf("0001-01-01 00:00:00");
    private static final String LAST_OF_ALL = Character.toString(Character.MAX_CODE_POINT);

    /** The streams that answer a filter, one behind the other. */
    static List<AssetStream> of(TenantId tenant, AssetFilter filter, AssetPlace place, List<String> buckets) {
        return switch (filter.ordered()) {
            case NEWEST -> List.of(newest(tenant, filter, place));
            case TAKEN -> List.of(taken(tenant, filter, place));
            case PATH ->
                filter.bucket().map(List::of).orElse(buckets).stream()
                        .sorted()
                        .filter(bucket -> bucket.compareTo(place.bucket()) >= 0)
                        .map(bucket -> byPath(tenant, filter, place, bucket))
                        .toList();
        };
    }

    private static AssetStream newest(TenantId tenant, AssetFilter filter, AssetPlace place) {
        if (filter.isUnready()) {
            return new AssetStream(
                    AssetStreamSql.NOT_READY,
                    List.of(tenant.value(), filter.status().orElseThrow(), place.id()),
                    1);
        }
        if (filter.tag().isPresent() && !COMMON.contains(filter.tag().get())) {
            return new AssetStream(
                    AssetStreamSql.TAGGED, List.of(tenant.value(), filter.tag().get(), place.id()), 1);
        }
        if (filter.smallest() >= AssetFilter.LARGE) {
            return new AssetStream(AssetStreamSql.LARGE, List.of(tenant.value(), place.id()), 1);
        }
        return filter.types().isEmpty()
                ? new AssetStream(AssetStreamSql.NEWEST, List.of(tenant.value(), place.id()), 1)
                : new AssetStream(
                        AssetStreamSql.OF_TYPES,
                        List.of(filter.types().toArray(String[]::new), tenant.value(), place.id()),
                        2);
    }

    private static AssetStream taken(TenantId tenant, AssetFilter filter, AssetPlace place) {
        return new AssetStream(
                AssetStreamSql.TAKEN,
                List.of(
                        tenant.value(),
                        filter.takenSince().map(Timestamp::from).orElse(EVER),
                        filter.takenUntil().map(Timestamp::from).orElse(AssetPlace.NEVER),
                        place.capturedAt(),
                        place.capturedAt(),
                        place.id()),
                1);
    }

    private static AssetStream byPath(TenantId tenant, AssetFilter filter, AssetPlace place, String bucket) {
        String prefix = filter.prefix().orElse("");
        return new AssetStream(
                AssetStreamSql.BY_PATH,
                List.of(
                        tenant.value(),
                        bucket,
                        bucket.equals(place.bucket()) ? place.path() : "",
                        prefix,
                        behindAll(prefix)),
                1);
    }

    /** The first text behind all that begin with the prefix, in the order of code points. */
    static String behindAll(String prefix) {
        int[] points = prefix.codePoints().toArray();
        for (int last = points.length - 1; last >= 0; last--) {
            if (points[last] < Character.MAX_CODE_POINT) {
                int next = points[last] + 1;
                int real = next >= Character.MIN_SURROGATE && next <= Character.MAX_SURROGATE
                        ? Character.MAX_SURROGATE + 1
                        : next;
                return new String(points, 0, last) + Character.toString(real);
            }
        }
        return LAST_OF_ALL;
    }

    /** All, with the limit as often as it is asked for. */
    List<Object> parameters(int limit) {
        return Stream.concat(
                        parameters.stream(),
                        Stream.generate(() -> (Object) limit).limit(limits))
                .toList();
    }
}
