/**
 * Buckets as folders, objects as plain files: {@code root/bucket/path}. Reads in place what others put
 * there, keeps no index and writes nothing beside the objects. Refuses symbolic links below a bucket,
 * so that no key leads out of it; the bucket's own folder may be a link, placed by the operator.
 */
package org.mediaenricher.storage.filesystem;
