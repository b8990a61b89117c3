package org.mediaenricher.storage.filesystem;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Java's file exceptions in words: the message of the most frequent ones is just the path. */
final class Reason {
    private Reason() {}

    static String of(IOException failed) {
        if (failed instanceof NoSuchFileException) {
            return "it is not there";
        }
        if (failed instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failed instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        return failed.toString();
    }
}
