/**
 * The artifacts of {@code batch-jobs/backfill.xml}: survey a bucket, enrich its slices, finish the run. A bad object
 * is an outcome, not an exception, for the engine would drop the whole chunk with it; a store that is away ends the
 * partitions quietly, and the run rests until it is tried again.
 */
package org.mediaenricher.batch.backfill;
