package org.mediaenricher.console;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines of comma-separated values as RFC 4180 has them, every cell in quotes. A cell that a spreadsheet would take for a
 * formula begins with an apostrophe, which it does not show (OWASP, "CSV Injection").
 */
final class Csv {
    private static final String FORMULAS = "=+-@\t\r";

    private Csv() {}

    /** One line with its end. */
    static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String inert = !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + inert.replace("\"", "\"\"") + '"';
    }
}
