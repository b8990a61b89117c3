package org.mediaenricher.media.derive.worker;

/** A picture that cannot be decoded, and why. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    private Refused(String code, String sentence) {
        super(sentence, null, false, false);
        this.code = code;
    }

    static Refused malformed(String sentence) {
        return new Refused("malformed", sentence);
    }

    static Refused unsupported(String sentence) {
        return new Refused("unsupported", sentence);
    }

    static Refused tooLarge(long width, long height, long most) {
        return new Refused(
                "too-large",
                "The picture has " + width + " x " + height + " pixels; at most " + most + " are decoded.");
    }

    /** A word for programs. */
    String code() {
        return code;
    }
}
