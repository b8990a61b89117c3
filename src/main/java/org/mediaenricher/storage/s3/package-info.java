/**
 * Buckets of an S3 store: AWS, MinIO, Supabase, R2. Speaks path-style and sends no checksum a store
 * may not know, because only AWS has the rest. Through Apache's HTTP client, the SDK's own default:
 * its pool has a size and a limit of waiting, which the JDK's connection has not.
 */
package org.mediaenricher.storage.s3;
