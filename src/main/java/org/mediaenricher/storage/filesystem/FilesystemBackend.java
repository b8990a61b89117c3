package org.mediaenricher.storage.filesystem;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.mediaenricher.problems.Settings;
import org.mediaenricher.storage.ObjectStore;
import org.mediaenricher.storage.StorageBackend;

/**
 * The store of kind {@code filesystem}. Setting: {@code mediaenricher.storage.filesystem.root}, an
 * existing folder with one folder a bucket, as an absolute path.
 */
@ApplicationScoped
public class FilesystemBackend implements StorageBackend {
    private static final String ROOT = "filesystem.root";

    @Override
    public String kind() {
        return "filesystem";
    }

    @Override
    public ObjectStore open(Settings settings) {
        Path root = root(settings);
        if (!root.isAbsolute()) {
            throw settings.bad(ROOT, "must be an absolute path, such as /srv/media");
        }
        if (!Files.isDirectory(root)) {
            throw settings.bad(ROOT, root + " is not a folder; create or mount it");
        }
        return new FilesystemObjectStore(root);
    }

    private static Path root(Settings settings) {
        try {
            return Path.of(settings.text(ROOT));
        } catch (InvalidPathException unspellable) {
            throw settings.bad(ROOT, "is no path in this locale; with other letters than ASCII set LC_ALL=C.UTF-8");
        }
    }
}
