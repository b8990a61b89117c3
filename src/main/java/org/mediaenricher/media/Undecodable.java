package org.mediaenricher.media;

/**
 * A picture that could not be decoded.
 *
 * @param code a word for programs: {@code malformed}, {@code truncated}, {@code unsupported}, {@code too-large},
 *     {@code decode-timeout}, {@code decoder-died}, {@code decoder-unavailable}
 * @param sentence for people
 */
public record Undecodable(String code, String sentence) implements Decoding {}
