package org.mediaenricher.console;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mediaenricher.assets.AssetFilter;
import org.mediaenricher.assets.AssetOrder;

/**
 * What an address asks for among assets.
 *
 * @param address with {@code bucket path type tag size since until status order after}
 */
record AssetQuery(Address address) {
    private static final List<String> KINDS = List.of("image", "video", "audio");

    /** A type that nothing has: what is left of a kind of which there is nothing. */
    private static final List<String> NOTHING = List.of("none/none");

    /**
     * @param known the types that there are
     */
    AssetFilter filter(List<String> known, int limit) {
        Bytes size = Bytes.of(address.text("size"));
        return new AssetFilter(
                address.given("bucket"),
                address.given("path"),
                types(known),
                address.given("tag"),
                address.given("status"),
                size.smallest,
                size.largest,
                Days.begin(address, "since"),
                Days.end(address, "until"),
                address.given("order").flatMap(AssetOrder::of),
                after(),
                limit);
    }

    private List<String> types(List<String> known) {
        String asked = address.text("type");
        if (asked.isEmpty()) {
            return List.of();
        }
        Stream<String> types = asked.equals("other")
                ? known.stream().filter(type -> KINDS.stream().noneMatch(kind -> isOf(type, kind)))
                : KINDS.contains(asked) ? known.stream().filter(type -> isOf(type, asked)) : Stream.of(asked);
        List<String> found = types.toList();
        return found.isEmpty() ? NOTHING : found;
    }

    private static boolean isOf(String type, String kind) {
        return type.startsWith(kind + "/");
    }

    private Optional<UUID> after() {
        return address.given("after").map(id -> address.id("after"));
    }

    /** How large, in words. */
    private enum Bytes {
        ANY(0, Long.MAX_VALUE),
        SMALL(0, 999_999),
        MEDIUM(1_000_000, 9_999_999),
        LARGE(10_000_000, AssetFilter.LARGE - 1),
        HUGE(AssetFilter.LARGE, Long.MAX_VALUE);

        private final long smallest;
        private final long largest;

        Bytes(long smallest, long largest) {
            this.smallest = smallest;
            this.largest = largest;
        }

        static Bytes of(String word) {
            return Stream.of(values())
                    .filter(size -> size.name().equalsIgnoreCase(word))
                    .findFirst()
                    .orElse(ANY);
        }
    }
}
