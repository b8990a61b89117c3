package org.mediaenricher.media;

/**
 * One entry of a metadata block.
 *
 * @param name in snake_case, such as {@code exposure_time}; XMP's as qualified there, such as {@code dc:format}
 * @param value a {@link String}, {@link Number}, {@link Boolean} or a {@link java.util.List} of those
 */
public record RawValue(String name, Object value) {}
