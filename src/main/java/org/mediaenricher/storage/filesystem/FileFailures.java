package org.mediaenricher.storage.filesystem;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.mediaenricher.storage.ObjectFailure;
import org.mediaenricher.storage.ObjectFailure.Why;
import org.mediaenricher.storage.ObjectKey;
import org.mediaenricher.storage.StoreFailure;
import org.mediaenricher.storage.StoreUnavailable;

/** Tells an object's own failure from the disk's. */
final class FileFailures {
    private final Folders folders;

    FileFailures(Folders folders) {
        this.folders = folders;
    }

    /** What a failed reading or removing of an object's file means. */
    StoreFailure of(ObjectKey key, Path file, IOException failed) {
        if (failed instanceof NoSuchFileException || isNoPlainFile(file)) {
            return bucketFailure(key).orElseGet(() -> missing(key));
        }
        return ofWriting(key, failed);
    }

    /** What a failed writing of an object's file means. */
    StoreFailure ofWriting(ObjectKey key, IOException failed) {
        Optional<StoreFailure> deeper = bucketFailure(key);
        if (deeper.isPresent()) {
            return deeper.get();
        }
        if (failed instanceof AccessDeniedException) {
            return new ObjectFailure(key, Why.REFUSED, "permission denied", failed);
        }
        return new StoreUnavailable(key + ": " + Reason.of(failed), failed);
    }

    private Optional<StoreFailure> bucketFailure(ObjectKey key) {
        try {
            folders.bucket(key.bucket());
            return Optional.empty();
        } catch (StoreFailure deeper) {
            return Optional.of(deeper);
        }
    }

    static ObjectFailure missing(ObjectKey key) {
        return new ObjectFailure(key, Why.MISSING, "no such object", null);
    }

    /** A link, a folder, a pipe: opening it fails in many ways, and none of them tells. */
    private static boolean isNoPlainFile(Path file) {
        try {
            return !FileFacts.of(file).isRegularFile();
        } catch (NoSuchFileException gone) {
            return true;
        } catch (IOException unknown) {
            return false;
        }
    }
}
