package org.mediaenricher.storage.filesystem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.mediaenricher.storage.ListQuery;
import org.mediaenricher.storage.Listing;
import org.mediaenricher.storage.ObjectKey;
import org.mediaenricher.storage.ObjectReader;
import org.mediaenricher.storage.ObjectStore;
import org.mediaenricher.storage.StoreUnavailable;
import org.mediaenricher.storage.StoredObject;

/**
 * Objects as plain files: {@code root/bucket/path}.
 *
 * <p>Only plain files are objects. Below a bucket, symbolic links to files and folders, pipes and
 * devices are not there for any method; the bucket's own folder may be a link. Keys that no file can
 * have ({@code ..}, {@code //}, a name over 255 bytes) are absent too, and cannot be put. Folders we
 * may not read are left out of listings, with a warning in the log; files we may not read are listed,
 * and opening them fails. An ETag is made of size, time and inode.
 *
 * <p>A listing shows the present state, except that of a folder of over 10,000 files being written to,
 * which may be as old as ten times what reading its names takes.
 */
public final class FilesystemObjectStore implements ObjectStore {
    private static final Logger LOG = Logger.getLogger(FilesystemObjectStore.class);
    private static final Set<OpenOption> PLAIN_READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Folders folders;
    private final DirectoryNames directories;
    private final FileFailures failures;

    /**
     * @param root the folder that holds the buckets
     */
    public FilesystemObjectStore(Path root) {
        this(root, Clock.systemUTC(), NameWindow.ROOM);
    }

    FilesystemObjectStore(Path root, Clock clock, int windowRoom) {
        folders = new Folders(root.toAbsolutePath().normalize(), clock);
        directories = new DirectoryNames(clock, windowRoom);
        failures = new FileFailures(folders);
    }

    @Override
    public boolean bucketExists(String bucket) {
        return folders.exists(bucket);
    }

    @Override
    public Listing list(String bucket, ListQuery query) {
        Path folder = folders.bucket(bucket);
        int slash = query.prefix().lastIndexOf('/');
        try {
            if (slash >= 0) {
                String names = query.prefix().substring(0, slash);
                if (!folders.arePlain(bucket, names)) {
                    return new Listing(List.of(), false);
                }
                folder = FileNames.below(folder, names);
            }
            String key = query.prefix().substring(0, slash + 1);
            return new BucketWalk(directories, query).page(folder, Files.getLastModifiedTime(folder), key);
        } catch (NoSuchFileException gone) {
            return new Listing(List.of(), false);
        } catch (IOException failed) {
            throw new StoreUnavailable("cannot list " + bucket + ": " + Reason.of(failed), failed);
        }
    }

    @Override
    public Optional<StoredObject> stat(ObjectKey key) {
        Optional<Path> file = folders.file(key);
        try {
            if (file.isPresent() && folders.leadTo(key)) {
                BasicFileAttributes facts = FileFacts.of(file.get());
                return facts.isRegularFile() ? Optional.of(FileFacts.object(key.path(), facts)) : Optional.empty();
            }
        } catch (NoSuchFileException none) {
            LOG.tracef("no file %s", none.getFile());
        } catch (IOException failed) {
            throw failures.of(key, file.get(), failed);
        }
        folders.exists(key.bucket()); // absent; unless nobody can tell
        return Optional.empty();
    }

    @Override
    public ObjectReader open(String bucket, StoredObject object) {
        ObjectKey key = new ObjectKey(bucket, object.path());
        Path file = folders.file(key).orElseThrow(() -> FileFailures.missing(key));
        try {
            if (!folders.leadTo(key)) {
                throw failures.of(key, file, new NoSuchFileException(file.toString()));
            }
            return new FileObjectReader(FileChannel.open(file, PLAIN_READ), key, file, failures);
        } catch (IOException failed) {
            throw failures.of(key, file, failed);
        }
    }

    @Override
    public StoredObject put(ObjectKey key, InputStream content, long size) throws IOException {
        return new FileWriting(folders, key).put(content, size);
    }

    @Override
    public void delete(ObjectKey key) {
        new FileWriting(folders, key).delete();
    }

    @Override
    public void check() {
        folders.check();
    }

    @Override
    public void close() {
        // holds nothing open
    }

    @Override
    public String toString() {
        return folders.toString();
    }
}
