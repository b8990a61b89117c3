package org.mediaenricher.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediaenricher.problems.BadSetting;
import org.mediaenricher.problems.MapConfig;
import org.mediaenricher.storage.filesystem.FilesystemBackend;
import org.mediaenricher.storage.s3.S3Backend;

class ConfiguredStoreTest {
    private static final Map<String, String> S3 = Map.of(
            "kind", "s3",
            "s3.endpoint", "http://127.0.0.1:9",
            "s3.access-key", "key",
            "s3.secret-key", "hunter2");

    @TempDir
    Path root;

    @Test
    void is_a_folder_unless_told_otherwise() {
        try (ObjectStore store = open(Map.of("filesystem.root", root.toString()))) {
            assertThat(store).hasToString("folder " + root);
        }
    }

    @Test
    void is_an_s3_store_when_told_so_even_while_that_is_away() {
        try (ObjectStore store = open(S3)) {
            assertThat(store).hasToString("S3 at http://127.0.0.1:9");
        }
    }

    @Test
    void refuses_an_unknown_kind_and_names_those_there_are() {
        assertThatThrownBy(() -> open(Map.of("kind", "tape")))
                .isInstanceOf(BadSetting.class)
                .hasMessage("setting mediaenricher.storage.kind (MEDIAENRICHER_STORAGE_KIND): "
                        + "must be one of filesystem, s3, not \"tape\"");
    }

    @ParameterizedTest
    @CsvSource({"'', is needed", "relative/path, absolute", "/no/such/folder/anywhere, is not a folder"})
    void refuses_a_root_that_is_no_folder(String value, String reason) {
        assertThatThrownBy(() -> open(Map.of("filesystem.root", value)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("MEDIAENRICHER_STORAGE_FILESYSTEM_ROOT")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "s3.access-key, ''",
        "s3.secret-key, ''",
        "s3.endpoint, minio:9000",
        "s3.path-style, maybe",
        "s3.max-connections, 0",
        "s3.attempts, 11",
        "s3.connect-timeout, 2",
        "s3.read-timeout, PT1H",
        "s3.region, not a region"
    })
    void refuses_a_wrong_setting_of_s3_without_telling_secrets(String name, String value) {
        Map<String, String> settings = new HashMap<>(S3);
        settings.put(name, value);
        assertThatThrownBy(() -> open(settings))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("mediaenricher.storage." + name)
                .hasMessageNotContaining("hunter2");
    }

    private static ObjectStore open(Map<String, String> settings) {
        Map<String, String> named = new HashMap<>();
        settings.forEach((name, value) -> named.put("mediaenricher.storage." + name, value));
        return ConfiguredStore.open(new MapConfig(named), List.of(new FilesystemBackend(), new S3Backend()));
    }
}
