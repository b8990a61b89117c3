package org.mediaenricher.runs;

/**
 * One page the survey found: what becomes a slice. An empty one is the last.
 *
 * @param number its place in the survey, from 0
 * @param afterKey the last key of the page before, empty for the first page
 * @param lastKey the last object's key
 * @param count how many objects
 */
public record SurveyedPage(int number, String afterKey, String lastKey, int count) {
    /** Whether it only says that the bucket is listed to its end. */
    public boolean end() {
        return count == 0;
    }
}
