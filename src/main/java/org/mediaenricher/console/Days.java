package org.mediaenricher.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.mediaenricher.problems.Problem;

/** Days in an address, such as {@code 2026-01-31}, as spans of UTC. */
final class Days {
    private Days() {}

    /** The first instant of the day a field names. */
    static Optional<Instant> begin(Address address, String field) {
        return day(address, field).map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** The first instant after the day a field names. */
    static Optional<Instant> end(Address address, String field) {
        return day(address, field)
                .map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static Optional<LocalDate> day(Address address, String field) {
        try {
            return address.given(field).map(LocalDate::parse).filter(Days::isUsual);
        } catch (DateTimeParseException none) {
            throw Problem.invalid(Map.of(field, "must be a day such as 2026-01-31"));
        }
    }

    private static boolean isUsual(LocalDate day) {
        return day.getYear() >= 1 && day.getYear() < 9999;
    }
}
