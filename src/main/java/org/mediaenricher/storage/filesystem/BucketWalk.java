package org.mediaenricher.storage.filesystem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.mediaenricher.storage.ListQuery;
import org.mediaenricher.storage.Listing;
import org.mediaenricher.storage.ObjectKey;
import org.mediaenricher.storage.StoredObject;

/** One walk through a bucket's folders, for one page. */
final class BucketWalk {
    private static final Logger LOG = Logger.getLogger(BucketWalk.class);

    private final DirectoryNames directories;
    private final ListQuery query;
    private final List<StoredObject> found = new ArrayList<>();

    BucketWalk(DirectoryNames directories, ListQuery query) {
        this.directories = directories;
        this.query = query;
    }

    /**
     * The page.
     *
     * @param folder the deepest folder that holds all keys of the prefix
     * @param key what the keys of that folder's files begin with: empty, or ending in a slash
     */
    Listing page(Path folder, FileTime changed, String key) throws IOException {
        String after = query.startAfter();
        if (before(after, query.prefix())) {
            visit(folder, changed, key, "");
        } else if (after.startsWith(query.prefix())) {
            visit(folder, changed, key, after.substring(key.length()));
        } // else all keys of the prefix are passed
        boolean more = found.size() > query.limit();
        return new Listing(more ? found.subList(0, query.limit()) : found, more);
    }

    /**
     * @param rest where to start, relative to this folder; empty for its beginning
     */
    private void visit(Path folder, FileTime changed, String key, String rest) throws IOException {
        String prefix = query.prefix().length() > key.length() ? query.prefix().substring(key.length()) : "";
        DirectoryEntries entries = new DirectoryEntries(directories, folder, changed, prefix, rest);
        while (found.size() <= query.limit()) {
            Optional<DirectoryEntries.Entry> entry = entries.next();
            if (entry.isEmpty()) {
                return;
            }
            take(entry.get(), key, rest);
        }
    }

    private void take(DirectoryEntries.Entry entry, String key, String rest) throws IOException {
        String path = key + entry.name();
        if (!ObjectKey.isPath(path)) {
            return;
        }
        if (entry.facts().isRegularFile()) {
            found.add(FileFacts.object(path, entry.facts()));
            return;
        }
        String within = entry.name() + "/";
        try {
            visit(
                    entry.path(),
                    entry.facts().lastModifiedTime(),
                    path + "/",
                    rest.startsWith(within) ? rest.substring(within.length()) : "");
        } catch (AccessDeniedException closed) {
            LOG.warnf("left out of the listing, for we may not read it: %s", entry.path());
        } catch (NoSuchFileException | NotDirectoryException gone) {
            LOG.debugf("gone while it was listed: %s", entry.path());
        }
    }

    private static boolean before(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8)) < 0;
    }
}
