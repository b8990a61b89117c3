package org.mediaenricher.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** An S3 store in this process that takes its time for each listing and each read, as one behind a network does. */
final class SlowS3 implements AutoCloseable {
    private static final String ACCESS_KEY = "bench-access";
    private static final String SECRET_KEY = "bench-secret";
    private static final Set<String> SLOW = Set.of("list", "getBlob", "blobMetadata");

    private final BlobStore blobs = BlobStores.create("transient-nio2", new Properties());
    private final Map<List<Object>, Object> listings = new ConcurrentHashMap<>();
    private final S3Proxy proxy;

    /** Starts it on a free port. */
    SlowS3(Duration perCall) throws Exception {
        proxy = S3Proxy.builder()
                .blobStore(slowed(perCall))
                .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .build();
        proxy.start();
    }

    /** A bucket with all the files below a folder. */
    void fill(String bucket, Path folder) throws IOException {
        blobs.createContainer(bucket);
        for (Path file : files(folder)) {
            byte[] content = Files.readAllBytes(file);
            PutObjectRequest request = PutObjectRequest.builder()
                    .bucket(bucket)
                    .key(folder.relativize(file).toString())
                    .contentLength((long) content.length)
                    .build();
            blobs.putBlob(request, new ByteArrayInputStream(content));
        }
    }

    /** The server's settings that lead to it. */
    Map<String, String> settings() {
        return Map.of(
                "mediaenricher.storage.kind",
                "s3",
                "mediaenricher.storage.s3.endpoint",
                "http://127.0.0.1:" + proxy.getPort(),
                "mediaenricher.storage.s3.access-key",
                ACCESS_KEY,
                "mediaenricher.storage.s3.secret-key",
                SECRET_KEY);
    }

    @Override
    public void close() throws Exception {
        proxy.stop();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).toList();
        }
    }

    private BlobStore slowed(Duration perCall) {
        return (BlobStore) Proxy.newProxyInstance(
                BlobStore.class.getClassLoader(), new Class<?>[] {BlobStore.class}, (self, method, arguments) -> {
                    long began = System.nanoTime();
                    Object answer = call(method, arguments);
                    if (SLOW.contains(method.getName())) {
                        TimeUnit.NANOSECONDS.sleep(perCall.toNanos() - (System.nanoTime() - began));
                    }
                    return answer;
                });
    }

    /** Listings are remembered: to sort a bucket for each page takes the store below many times the 20 ms. */
    private Object call(Method method, Object[] arguments) throws Throwable {
        if (!method.getName().equals("list")) {
            return ask(method, arguments);
        }
        List<Object> page = Arrays.asList(arguments);
        Object known = listings.get(page);
        if (known == null) {
            known = ask(method, arguments);
            listings.put(page, known);
        }
        return known;
    }

    private Object ask(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(blobs, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
