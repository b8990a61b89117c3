package org.mediaenricher.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import org.mediaenricher.problems.Problem;

/** Why somebody does something that others will wonder about, as a form asks it. */
@Named
@RequestScoped
public class Reason {
    private static final int LONGEST = 500;

    private String text = "";

    /**
     * In their words.
     *
     * @throws Problem UNPROCESSABLE without any, or with too many
     */
    String given() {
        String given = text.strip();
        boolean readable = given.chars().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(given);
        if (given.isEmpty() || given.length() > LONGEST || !readable) {
            throw new Problem(
                    Problem.Kind.UNPROCESSABLE,
                    "A reason is needed, up to " + LONGEST + " characters in a line: it goes into the log.");
        }
        return given;
    }

    /** As it was typed. */
    public String getText() {
        return text;
    }

    /** From the form. */
    public void setText(String text) {
        this.text = text;
    }
}
