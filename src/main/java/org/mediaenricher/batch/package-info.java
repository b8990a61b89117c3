/**
 * The jobs, and the one class that speaks to the batch engine. A sub-room for each file in {@code batch-jobs/}. Refuses
 * to hold state: what a job has done is written in the rooms below, in the transaction of its chunk.
 */
package org.mediaenricher.batch;
