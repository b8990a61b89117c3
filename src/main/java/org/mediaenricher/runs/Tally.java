package org.mediaenricher.runs;

/**
 * What one chunk adds to the counters of its run.
 *
 * @param succeeded objects enriched
 * @param failed objects that could not be read
 * @param skipped objects the mode leaves alone
 * @param unplanned objects the survey had not seen, less those it saw and that are gone
 */
public record Tally(int succeeded, int failed, int skipped, int unplanned) {
    /** How many objects have an outcome. */
    public int processed() {
        return succeeded + failed + skipped;
    }
}
