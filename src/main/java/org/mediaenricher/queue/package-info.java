/**
 * Jobs in PostgreSQL: enqueued in the transaction of what they belong to, claimed in batches, retried, rescued from nodes
 * that died, buried as dead letters. Refuses to know any kind of job: the rooms above bring a {@link JobHandler} each.
 * A table rather than a broker, so that a job and the row it is about commit together or not at all.
 */
package org.mediaenricher.queue;
