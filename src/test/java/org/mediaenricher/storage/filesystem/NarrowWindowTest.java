package org.mediaenricher.storage.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mediaenricher.storage.ObjectStore;
import org.mediaenricher.storage.ObjectStoreContract;

/** The whole contract with room for eight names at a time: every directory is a huge one. */
class NarrowWindowTest extends ObjectStoreContract {
    @TempDir
    Path root;

    private ObjectStore store;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectory(root.resolve("photos"));
        store = new FilesystemObjectStore(root, Clock.systemUTC(), 8);
    }

    @Override
    protected ObjectStore store() {
        return store;
    }

    @Override
    protected String bucket() {
        return "photos";
    }
}
