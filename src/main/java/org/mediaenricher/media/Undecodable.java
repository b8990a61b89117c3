package org.mediaenricher.media;

/**
 * A picture that could not be decoded.
 *
 * @param code a word for programs: {@code malformed}, {@code truncated}, {@code unsupported}, {@code too-large},
 *     {@code decode-timeout}, {@code decoder-died}, {@code decoder-unavailable}
 * @param sentence for people
 */
public record Undecodable(String code, String sentence) implements Decoding {
    /** The code when it is this server that cannot, whatever the picture. */
    public static final String UNAVAILABLE = "decoder-unavailable";

    /** Whether the picture's bytes are the reason, so that another attempt would end the same. */
    public boolean isLasting() {
        return !code.equals(UNAVAILABLE);
    }
}
