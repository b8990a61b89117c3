package org.mediaenricher.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * How far a run has come: one line drawn over and over on a terminal, else a plain line every few seconds, so that a
 * log stays readable.
 */
final class Progress {
    private static final Duration BETWEEN_PLAIN_LINES = Duration.ofSeconds(5);
    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean terminal;
    private Duration lastLine = Duration.ZERO;
    private int longest;

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Shows a state, that long after the start. */
    void show(RunState run, Duration elapsed) {
        if (terminal) {
            draw(line(run, elapsed));
        } else if (run.ended() || elapsed.minus(lastLine).compareTo(BETWEEN_PLAIN_LINES) >= 0) {
            lastLine = elapsed;
            out.println("  " + line(run, elapsed));
        }
        if (terminal && run.ended()) {
            out.println();
        }
    }

    private void draw(String line) {
        longest = Math.max(longest, line.length());
        out.print("\r  " + line + " ".repeat(longest - line.length()));
        out.flush();
    }

    static String line(RunState run, Duration elapsed) {
        if (!run.surveyed() && !run.ended()) {
            return String.format(
                    Locale.ROOT, "looking around: %,d objects so far, %,d done", run.total(), run.processed());
        }
        double share = run.total() == 0 ? 1 : (double) run.processed() / run.total();
        int filled = (int) (share * WIDTH);
        double perSecond = run.processed() / Math.max(0.001, elapsed.toMillis() / 1000.0);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3.0f %%  %,d of %,d  %,.0f/s  %s",
                "#".repeat(filled),
                "-".repeat(WIDTH - filled),
                Math.floor(share * 100),
                run.processed(),
                run.total(),
                perSecond,
                left(run, perSecond));
    }

    private static String left(RunState run, double perSecond) {
        if (run.ended()) {
            return run.status();
        }
        if (perSecond < 0.001) {
            return "";
        }
        Duration left = Duration.ofSeconds((long) Math.ceil((run.total() - run.processed()) / perSecond));
        return left.toMinutes() > 0 ? left.toMinutes() + " min left" : left.toSeconds() + " s left";
    }
}
