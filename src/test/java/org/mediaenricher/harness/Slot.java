package org.mediaenricher.harness;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

/** A numbered folder for one process: the first that no other process is using. So two run side by side. */
public final class Slot implements AutoCloseable {
    private static final int MOST = 100;

    private final Path folder;
    private final FolderLock lock;

    private Slot(Path folder, FolderLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Takes a slot; what an earlier user left in its folder is still there, its processes are not. */
    public static Slot in(Path parent) {
        Slot slot = IntStream.rangeClosed(1, MOST)
                .mapToObj(number -> parent.resolve(Integer.toString(number)))
                .map(Slot::ifFree)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("all " + MOST + " slots of " + parent + " are in use"));
        Leftover.endAllBelow(slot.folder);
        return slot;
    }

    private static Optional<Slot> ifFree(Path folder) {
        return FolderLock.ifFree(folder).map(lock -> new Slot(folder, lock));
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        lock.close();
    }
}
