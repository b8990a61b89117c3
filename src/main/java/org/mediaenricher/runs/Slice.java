package org.mediaenricher.runs;

/**
 * A piece of a run that this node holds: the keys behind one, up to another, in the byte order of UTF-8.
 *
 * @param number its place in the survey, from 0
 * @param afterKey the key before the first one, empty at the beginning of the bucket
 * @param lastKey the last object's key
 * @param planned how many objects the survey saw in it
 * @param position the last key whose outcome is committed, empty for none
 * @param processed how many outcomes are committed
 * @param token fences off whoever held the slice before
 */
public record Slice(
        int number, String afterKey, String lastKey, int planned, String position, int processed, long token) {
    /** Behind which key the work goes on. */
    public String resumeAfter() {
        return position.isEmpty() ? afterKey : position;
    }
}
