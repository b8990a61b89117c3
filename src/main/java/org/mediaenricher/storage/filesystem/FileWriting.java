package org.mediaenricher.storage.filesystem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.mediaenricher.storage.ObjectFailure;
import org.mediaenricher.storage.ObjectFailure.Why;
import org.mediaenricher.storage.ObjectKey;
import org.mediaenricher.storage.StoredObject;

/** Puts and removes one object's file, with the folders that are there only for its sake. */
final class FileWriting {
    private static final int MOST_TRIES = 5;

    private final Folders folders;
    private final ObjectKey key;
    private final Path bucket;

    FileWriting(Folders folders, ObjectKey key) {
        this.folders = folders;
        this.key = key;
        this.bucket = folders.bucket(key.bucket());
    }

    /** As {@link org.mediaenricher.storage.ObjectStore#put}. */
    StoredObject put(InputStream content, long size) throws IOException {
        Path file = folders.file(key).orElseThrow(() -> refused("no file can have such a name"));
        try (PartFile part = begin()) {
            part.write(content, size);
            return place(part, file);
        }
    }

    /** As {@link org.mediaenricher.storage.ObjectStore#delete}. */
    void delete() {
        Path file = folders.file(key).orElse(null);
        try {
            if (file != null && folders.leadTo(key) && FileFacts.of(file).isRegularFile()) {
                Files.delete(file);
                removeEmptyFolders(file.getParent());
            }
        } catch (NoSuchFileException gone) {
            return; // somebody was faster
        } catch (IOException failed) {
            throw new FileFailures(folders).of(key, file, failed);
        }
    }

    private PartFile begin() {
        try {
            return beginAtTry(1);
        } catch (IOException failed) {
            throw new FileFailures(folders).ofWriting(key, failed);
        }
    }

    /** A delete may take the new folder for one left empty, and remove it. */
    private PartFile beginAtTry(int tries) throws IOException {
        try {
            return new PartFile(makeFolders());
        } catch (NoSuchFileException removed) {
            if (tries == MOST_TRIES) {
                throw removed;
            }
            return beginAtTry(tries + 1);
        }
    }

    private StoredObject place(PartFile part, Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw refused("there is a folder of that name");
            }
            StoredObject stored = FileFacts.object(key.path(), FileFacts.of(part.path()));
            part.moveTo(file);
            return stored;
        } catch (IOException failed) {
            throw new FileFailures(folders).ofWriting(key, failed);
        }
    }

    private Path makeFolders() throws IOException {
        Path folder = bucket;
        String[] names = key.path().split("/");
        for (int i = 0; i < names.length - 1; i++) {
            Path inside = FileNames.below(folder, names[i]);
            make(inside);
            folder = inside;
        }
        return folder;
    }

    private void make(Path folder) throws IOException {
        try {
            if (!FileFacts.of(folder).isDirectory()) {
                throw refused(folder.getFileName() + " is no folder");
            }
        } catch (NoSuchFileException missing) {
            try {
                Files.createDirectory(folder);
                PartFile.sync(folder.getParent());
            } catch (FileAlreadyExistsException raced) {
                make(folder);
            }
        }
    }

    private void removeEmptyFolders(Path from) {
        try {
            for (Path folder = from; !folder.equals(bucket); folder = folder.getParent()) {
                Files.delete(folder);
            }
        } catch (IOException inUse) {
            return; // not empty, so it stays
        }
    }

    private ObjectFailure refused(String why) {
        return new ObjectFailure(key, Why.REFUSED, why, null);
    }
}
