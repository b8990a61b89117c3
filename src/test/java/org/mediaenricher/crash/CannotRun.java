package org.mediaenricher.crash;

/** A scenario needs something that this machine does not have. */
public final class CannotRun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param why what is missing, and where it can be had
     */
    public CannotRun(String why) {
        super(why);
    }
}
