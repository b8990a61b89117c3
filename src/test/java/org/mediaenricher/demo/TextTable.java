package org.mediaenricher.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows in columns as wide as their widest cell; numbers stand to the right. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... header) {
        rows.add(List.of(header));
    }

    /** A row with as many cells as the header. */
    TextTable row(List<String> cells) {
        if (cells.size() != rows.get(0).size()) {
            throw new IllegalArgumentException("expected " + rows.get(0).size() + " cells: " + cells);
        }
        rows.add(cells);
        return this;
    }

    /** The lines, the header first. */
    List<String> lines() {
        List<Integer> widths =
                IntStream.range(0, rows.get(0).size()).mapToObj(this::width).toList();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private String line(List<String> row, List<Integer> widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> cell(row.get(column), widths.get(column), isNumeric(column)))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private boolean isNumeric(int column) {
        return rows.size() > 1
                && rows.stream().skip(1).allMatch(row -> row.get(column).matches("[\\d,.]*"));
    }

    private static String cell(String text, int width, boolean right) {
        String blanks = " ".repeat(width - text.length());
        return right ? blanks + text : text + blanks;
    }
}
