package org.mediaenricher.storage.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mediaenricher.storage.NoSuchBucket;
import org.mediaenricher.storage.ObjectKey;
import org.mediaenricher.storage.StoreUnavailable;

/**
 * Where buckets and keys are on disk, and whether the way there is made of plain folders.
 *
 * <p>Every folder between bucket and file is looked at for a link in its place; for the speed of reads,
 * one found plain counts as plain for a second. That guards against links that lie about, not against
 * somebody swapping folders for links while we read: whoever can do that owns the disk.
 */
final class Folders {
    private static final long TRUSTED_MILLIS = 1000;
    private static final int MOST_TRUSTED = 10_000;

    private final Path root;
    private final Clock clock;
    private final Map<String, Long> trustedUntil = new ConcurrentHashMap<>();

    Folders(Path root, Clock clock) {
        this.root = root;
        this.clock = clock;
    }

    /** The store's sign of life: the root can be read. */
    void check() {
        try {
            Files.newDirectoryStream(root).close();
        } catch (IOException failed) {
            throw new StoreUnavailable("cannot read the root folder " + root + ": " + Reason.of(failed), failed);
        }
    }

    /**
     * The folder of a bucket.
     *
     * @throws NoSuchBucket when there is none
     * @throws StoreUnavailable when nobody can tell: the root, or what the bucket's link leads to, is
     *     gone or closed to us
     */
    Path bucket(String name) {
        Optional<Path> folder = existing(name);
        if (folder.isEmpty()) {
            check();
            throw new NoSuchBucket(name);
        }
        return folder.get();
    }

    /** Whether there is such a bucket; fails like {@link #bucket} when nobody can tell. */
    boolean exists(String bucket) {
        if (existing(bucket).isPresent()) {
            return true;
        }
        check();
        return false;
    }

    private Optional<Path> existing(String bucket) {
        if (!ObjectKey.isBucket(bucket)) {
            return Optional.empty();
        }
        Path folder = FileNames.below(root, bucket);
        if (Files.isDirectory(folder)) {
            return Optional.of(folder);
        }
        if (Files.isSymbolicLink(folder)) {
            throw new StoreUnavailable("the link of bucket " + bucket + " leads to no folder", null);
        }
        return Optional.empty();
    }

    /** The place of an object, empty when a file cannot have such a name. */
    Optional<Path> file(ObjectKey key) {
        String path = key.path();
        int start = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
            if (!FileNames.isName(path.substring(start, slash))) {
                return Optional.empty();
            }
            start = slash + 1;
        }
        String last = path.substring(start);
        if (!FileNames.isName(last) || PartFile.isOne(last)) {
            return Optional.empty();
        }
        return Optional.of(FileNames.below(FileNames.below(root, key.bucket()), path));
    }

    /** Whether a key's folder is there, with no link on the way from the bucket to it. */
    boolean leadTo(ObjectKey key) throws IOException {
        int slash = key.path().lastIndexOf('/');
        return slash < 0 || arePlain(key.bucket(), key.path().substring(0, slash));
    }

    /**
     * Whether all the folders of a way below a bucket are there and plain.
     *
     * @param names folders with slashes between them
     */
    boolean arePlain(String bucket, String names) throws IOException {
        String way = bucket + "/" + names;
        Long until = trustedUntil.get(way);
        if (until != null && clock.millis() < until) {
            return true;
        }
        Path folder = FileNames.below(root, bucket);
        for (String name : names.split("/", -1)) {
            if (!FileNames.isName(name)) {
                return false;
            }
            folder = FileNames.below(folder, name);
            if (!isPlain(folder)) {
                return false;
            }
        }
        trust(way);
        return true;
    }

    @Override
    public String toString() {
        return "folder " + root;
    }

    private void trust(String way) {
        if (trustedUntil.size() >= MOST_TRUSTED) {
            trustedUntil.clear();
        }
        trustedUntil.put(way, clock.millis() + TRUSTED_MILLIS);
    }

    private static boolean isPlain(Path folder) throws IOException {
        try {
            return FileFacts.of(folder).isDirectory();
        } catch (NoSuchFileException missing) {
            return false;
        }
    }
}
