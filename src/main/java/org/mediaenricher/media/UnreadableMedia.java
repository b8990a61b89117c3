package org.mediaenricher.media;

/**
 * No facts: the object is broken, hostile or of an unknown kind.
 *
 * @param code the reason for programs
 * @param sentence the reason for people, plain text without line breaks
 */
public record UnreadableMedia(FailureCode code, String sentence) implements MediaReading {}
