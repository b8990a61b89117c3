package org.mediaenricher.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;
import org.mediaenricher.problems.Problem;

/** For how long a job is put off, as a form asks it. */
@Named
@RequestScoped
public class PutOff {
    private static final Duration LONGEST = Duration.ofDays(365);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,8}");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("seconds", ChronoUnit.SECONDS, "minutes", ChronoUnit.MINUTES, "hours", ChronoUnit.HOURS);

    private String amount = "10";
    private String unit = "minutes";

    /**
     * What was asked.
     *
     * @throws Problem UNPROCESSABLE when it is none
     */
    Duration duration() {
        if (!NUMBER.matcher(amount.strip()).matches() || !UNITS.containsKey(unit)) {
            throw refused();
        }
        Duration asked = Duration.of(Long.parseLong(amount.strip()), UNITS.get(unit));
        if (asked.isZero() || asked.compareTo(LONGEST) > 0) {
            throw refused();
        }
        return asked;
    }

    private static Problem refused() {
        return new Problem(Problem.Kind.UNPROCESSABLE, "A job is put off by a whole number of seconds, up to a year.");
    }

    /** How many. */
    public String getAmount() {
        return amount;
    }

    /** From the form. */
    public void setAmount(String amount) {
        this.amount = amount;
    }

    /** Of which. */
    public String getUnit() {
        return unit;
    }

    /** From the form. */
    public void setUnit(String unit) {
        this.unit = unit;
    }
}
