package org.mediaenricher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoBucketTest {
    @ParameterizedTest
    @CsvSource({
        "/home/me/photos, photos",
        "/home/me/My Photos (2024), My-Photos-2024-",
        "/home/me/.hidden, hidden",
        "/home/me/äöü, bucket",
        "/, bucket"
    })
    void names_a_bucket_after_the_folder_with_what_a_name_may_hold(String folder, String name) {
        assertThat(DemoBucket.nameFor(Path.of(folder))).isEqualTo(name);
    }
}
