/**
 * Where the bytes are. One small port, {@link org.mediaenricher.storage.ObjectStore}, and a room per
 * backend; both pass the same contract test, so nobody above can tell them apart. Knows buckets and
 * keys, and refuses to know tenants, media and the database. Keys are kept exactly as the store
 * spells them, because a name "cleaned up" here could not be found there again.
 */
package org.mediaenricher.storage;
