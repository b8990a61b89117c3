package org.mediaenricher.storage.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import org.mediaenricher.storage.StoredObject;

/** What one {@code lstat} tells of a file. Links are seen as links, never followed. */
final class FileFacts {
    private FileFacts() {}

    static BasicFileAttributes of(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    static StoredObject object(String path, BasicFileAttributes facts) {
        return new StoredObject(
                path, facts.size(), etag(facts), facts.lastModifiedTime().toInstant());
    }

    /**
     * Changes with every write (time to the nanosecond, size) and with every replacement, also one
     * that keeps the old time, as {@code rsync -t} does (inode).
     */
    private static String etag(BasicFileAttributes facts) {
        Instant written = facts.lastModifiedTime().toInstant();
        return Long.toHexString(written.getEpochSecond())
                + '.'
                + Integer.toHexString(written.getNano())
                + '-'
                + Long.toHexString(facts.size())
                + '-'
                + inode(String.valueOf(facts.fileKey()));
    }

    /**
     * The inode out of {@code (dev=fe00,ino=4711)}: asking for {@code unix:ino} takes twice as long.
     * Without the device, whose number may change when the machine starts again.
     */
    private static String inode(String fileKey) {
        int inode = fileKey.indexOf("ino=");
        return inode < 0 ? fileKey : fileKey.substring(inode + 4, fileKey.length() - 1);
    }
}
