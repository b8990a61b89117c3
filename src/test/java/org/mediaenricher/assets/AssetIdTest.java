package org.mediaenricher.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AssetIdTest {
    @Test
    void is_a_uuid_of_version_7() {
        UUID id = AssetId.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void begins_with_the_time() {
        long before = System.currentTimeMillis();
        long told = AssetId.next().getMostSignificantBits() >>> 16;
        assertThat(told).isBetween(before, System.currentTimeMillis());
    }

    @Test
    void is_never_the_same() {
        Set<UUID> ids = Stream.generate(AssetId::next).limit(10_000).collect(Collectors.toSet());
        assertThat(ids).hasSize(10_000);
    }
}
