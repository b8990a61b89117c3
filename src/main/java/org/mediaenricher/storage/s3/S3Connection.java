package org.mediaenricher.storage.s3;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Builds the SDK's client from our settings, and from nothing else the machine may hold. */
final class S3Connection {
    private S3Connection() {}

    static S3Client open(S3Settings settings) {
        S3ClientBuilder client = S3Client.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials(settings))
                .forcePathStyle(settings.pathStyle())
                // checksums beyond the signature are AWS's own; R2 and older MinIO refuse them
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(behaviour(settings.limits()))
                .httpClientBuilder(connections(settings.limits()));
        settings.endpoint().ifPresent(client::endpointOverride);
        return client.build();
    }

    private static StaticCredentialsProvider credentials(S3Settings settings) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(
                settings.accessKey().value(), settings.secretKey().value()));
    }

    private static ClientOverrideConfiguration behaviour(S3Settings.Limits limits) {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(StandardRetryStrategy.builder()
                        .maxAttempts(limits.attempts())
                        .build())
                // a ~/.aws/config of the server's user must not change what we do
                .defaultProfileFile(ProfileFile.aggregator().build())
                .build();
    }

    private static Apache5HttpClient.Builder connections(S3Settings.Limits limits) {
        return Apache5HttpClient.builder()
                .connectionTimeout(limits.connect())
                .socketTimeout(limits.silence())
                .connectionAcquisitionTimeout(limits.silence())
                .maxConnections(limits.connections());
    }
}
