package org.mediaenricher.runs;

/**
 * How far a survey is.
 *
 * @param nextNumber the number of the next slice
 * @param lastKey the last key seen, empty at the beginning
 * @param found how many objects so far
 */
public record SurveyPosition(int nextNumber, String lastKey, long found) {}
