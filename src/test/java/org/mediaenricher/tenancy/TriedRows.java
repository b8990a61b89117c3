package org.mediaenricher.tenancy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a row of a table is made, as {@code rows.sql} has it.
 *
 * @param count how many each tenant has
 * @param insert takes a tenant and a number
 */
record TriedRows(int count, String insert) {
    private static final Pattern SECTION = Pattern.compile(
            "^-- (?<table>\\w+\\.\\w+) (?<count>\\d+)\\n(?<insert>(?:(?!-- ).*\\n)+)", Pattern.MULTILINE);

    private static final String GIVEN = "with given (tenant, n) as (values (cast(? as uuid), cast(? as integer)))\n%s";

    /** By table, in the order in which they have to be filled. */
    static Map<String, TriedRows> byTable() {
        Map<String, TriedRows> tables = new LinkedHashMap<>();
        Matcher section = SECTION.matcher(resource("rows.sql"));
        while (section.find()) {
            tables.put(
                    section.group("table"),
                    new TriedRows(Integer.parseInt(section.group("count")), GIVEN.formatted(section.group("insert"))));
        }
        return tables;
    }

    static String resource(String name) {
        try (InputStream text = Objects.requireNonNull(TriedRows.class.getResourceAsStream(name), name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
