package org.mediaenricher.storage.s3;

import jakarta.enterprise.context.ApplicationScoped;
import org.mediaenricher.problems.Settings;
import org.mediaenricher.storage.ObjectStore;
import org.mediaenricher.storage.StorageBackend;

/** The store of kind {@code s3}; its settings are {@code mediaenricher.storage.s3.*}. */
@ApplicationScoped
public class S3Backend implements StorageBackend {
    @Override
    public String kind() {
        return "s3";
    }

    @Override
    public ObjectStore open(Settings settings) {
        return new S3ObjectStore(S3Settings.from(settings));
    }
}
