package org.mediaenricher.media.container;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mediaenricher.media.BoundedReading;
import org.mediaenricher.media.BytesSource;

/** Small files made to cost much: every one ends within a second and 64 MB. */
class BombTest {
    static Stream<Arguments> bombs() {
        return Bombs.all().entrySet().stream().map(bomb -> Arguments.of(bomb.getKey(), bomb.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void ends_in_time(String name, Supplier<byte[]> bomb) {
        BoundedReading.of(new BytesSource(bomb.get()), name);
    }
}
