/**
 * Jobs to try the queue on, deployed with the application by {@link org.mediaenricher.harness.TrialJobs}: some that do
 * nothing, one that leaves a row behind, some that harm the server they run on.
 */
package org.mediaenricher.queue.trial;
