package org.mediaenricher.storage.s3;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.mediaenricher.problems.MapConfig;
import org.mediaenricher.problems.Settings;
import org.mediaenricher.storage.ObjectStore;

/** A real S3 server in this process: S3Proxy on a free port, its objects in memory. */
public final class LocalS3 implements AutoCloseable {
    private static final String ACCESS_KEY = "local-access";
    private static final String SECRET_KEY = "local-secret";

    private final S3Proxy proxy;
    private final BlobStore blobs;

    /** Starts it. */
    public LocalS3() throws Exception {
        blobs = BlobStores.create("transient-nio2", new Properties());
        proxy = S3Proxy.builder()
                .blobStore(blobs)
                .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .build();
        proxy.start();
    }

    /** Its address. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + proxy.getPort());
    }

    /** Makes an empty bucket. */
    public void makeBucket(String name) {
        blobs.createContainer(name);
    }

    /** Opens our store on it. */
    public ObjectStore open() {
        return open(Map.of());
    }

    /** Opens our store on it, with other settings, named in full. */
    public ObjectStore open(Map<String, String> others) {
        Map<String, String> values = new HashMap<>(settings());
        values.putAll(others);
        return new S3Backend().open(new Settings(new MapConfig(values), "mediaenricher.storage."));
    }

    /** The settings that lead to it, named in full. */
    public Map<String, String> settings() {
        return Map.of(
                "mediaenricher.storage.kind",
                "s3",
                "mediaenricher.storage.s3.endpoint",
                address().toString(),
                "mediaenricher.storage.s3.access-key",
                ACCESS_KEY,
                "mediaenricher.storage.s3.secret-key",
                SECRET_KEY);
    }

    @Override
    public void close() throws Exception {
        proxy.stop();
    }
}
