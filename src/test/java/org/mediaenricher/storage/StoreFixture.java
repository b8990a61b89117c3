package org.mediaenricher.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A store with an empty bucket, and short words for what tests do with it. */
public abstract class StoreFixture {
    /** The store under test. */
    protected abstract ObjectStore store();

    /** The empty bucket made for this test. */
    protected abstract String bucket();

    /** The paths of one page. */
    protected List<String> paths(ListQuery query) {
        return store().list(bucket(), query).objects().stream()
                .map(StoredObject::path)
                .toList();
    }

    /** The paths of all pages of this length. */
    protected List<String> allPages(String prefix, int limit) {
        List<String> paths = new ArrayList<>();
        ListQuery query = new ListQuery(prefix, "", limit);
        Listing page = store().list(bucket(), query);
        page.objects().forEach(object -> paths.add(object.path()));
        while (page.more()) {
            page = store().list(bucket(), query.after(paths.get(paths.size() - 1)));
            page.objects().forEach(object -> paths.add(object.path()));
        }
        return paths;
    }

    /** Puts a text into the test's bucket. */
    protected StoredObject put(String path, String text) throws IOException {
        return put(key(path), text);
    }

    /** Puts many objects, several at a time. */
    protected void putAll(List<String> paths) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<StoredObject>> puts = new ArrayList<>();
            paths.forEach(path -> puts.add(() -> put(path, "x")));
            for (Future<StoredObject> put : threads.invokeAll(puts)) {
                put.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** A key in the test's bucket. */
    protected ObjectKey key(String path) {
        return new ObjectKey(bucket(), path);
    }

    /** The whole object as text. */
    protected String readAll(String bucket, StoredObject object) {
        byte[] bytes = new byte[(int) object.size() + 1];
        try (ObjectReader reader = store().open(bucket, object)) {
            return new String(bytes, 0, reader.read(0, bytes, 0, bytes.length), StandardCharsets.UTF_8);
        }
    }

    /** Puts a text. */
    protected StoredObject put(ObjectKey key, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return store().put(key, new ByteArrayInputStream(bytes), bytes.length);
    }
}
