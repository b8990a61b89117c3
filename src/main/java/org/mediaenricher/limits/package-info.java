/**
 * How fast is too fast: token buckets in PostgreSQL, so that all nodes count together and a restarted one forgets
 * nothing. Refuses to know what is limited and how a refusal is told; who asks names a tenant and a caller. Buckets
 * are unlogged rows reached by two functions alone: exact as long as the database lives, and no request waits for the
 * disk.
 */
package org.mediaenricher.limits;
