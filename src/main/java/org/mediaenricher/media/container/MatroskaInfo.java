package org.mediaenricher.media.container;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.mediaenricher.media.CaptureTime;
import org.mediaenricher.media.ZoneResolution;

/** General facts of a Matroska segment (RFC 9559, 5.1.2). */
final class MatroskaInfo {
    private static final int TIMESTAMP_SCALE = 0x2ad7b1;
    private static final int DURATION = 0x4489;
    private static final int DATE = 0x4461;
    private static final int TITLE = 0x7ba9;
    private static final int WRITING_APP = 0x5741;
    private static final LocalDateTime EPOCH = LocalDateTime.of(2001, 1, 1, 0, 0);
    private static final LocalDateTime ABSURD = LocalDateTime.of(2100, 1, 1, 0, 0);

    private final ByteWindow window;
    private long scale = 1_000_000;
    private double ticks;
    private long created;
    private String title;
    private String software;

    MatroskaInfo(ByteWindow window) {
        this.window = window;
    }

    void read(Element info) {
        Elements elements = Elements.in(window, info);
        for (Element element = elements.next(); element != null; element = elements.next()) {
            switch (element.id()) {
                case TIMESTAMP_SCALE -> scale = Math.max(1, elements.unsigned(element));
                case DURATION -> ticks = elements.real(element);
                case DATE -> created = elements.unsigned(element);
                case TITLE -> title = elements.text(element);
                case WRITING_APP -> software = elements.text(element);
                default -> {}
            }
        }
    }

    void tell(FactsBuilder facts) {
        Duration lasting = playTime(ticks);
        if (lasting != null) {
            facts.duration(lasting);
        }
        facts.captured(captured());
        facts.description().title(title);
        facts.camera().software(software);
    }

    boolean isTimed() {
        return playTime(ticks) != null;
    }

    /** A time in the segment's ticks, or null. */
    Duration playTime(double ofTicks) {
        return PlayTime.ofSeconds(ofTicks * scale / 1e9);
    }

    /** Nanoseconds since 2001 began, in UTC (RFC 8794, 7.6), or null. */
    private CaptureTime captured() {
        if (created == 0) {
            return null;
        }
        LocalDateTime time = EPOCH.plusNanos(created);
        boolean sane = time.isBefore(ABSURD) && time.getYear() >= 1900;
        return sane ? CaptureTime.zoned(time, ZoneOffset.UTC, ZoneResolution.UTC_BY_SPEC) : null;
    }
}
