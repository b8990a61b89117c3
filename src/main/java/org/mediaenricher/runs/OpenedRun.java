package org.mediaenricher.runs;

/**
 * The answer to a request for a run.
 *
 * @param run the run
 * @param fresh false when the same request had opened it before, so that there is nothing to start
 */
public record OpenedRun(Run run, boolean fresh) {}
