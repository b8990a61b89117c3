package org.mediaenricher.media.container;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mediaenricher.media.CaptureTime;
import org.mediaenricher.media.ZoneResolution;

/** Times as files write them. What is no time at all, such as {@code 0000:00:00 00:00:00}, is none. */
final class Times {
    /** Exif's colons, ISO 8601's dashes, and what lies between; the rest is a fraction and an offset. */
    private static final Pattern TIME =
            Pattern.compile("(\\d{4})[:/.-](\\d{2})[:/.-](\\d{2})[ T](\\d{2}):(\\d{2})(?::(\\d{2}))?(.*)");

    private static final Pattern REST =
            Pattern.compile("(?:[.,](\\d{1,9})\\d*)?\\s*(Z|[+-]\\d{2}:?\\d{2})?(?:\\s.*)?", Pattern.DOTALL);
    private static final Pattern OFFSET = Pattern.compile("[+-]\\d{2}:?\\d{2}");
    private static final String EXIF = "0000:00:00 00:00:00";
    private static final int LONGEST = 64;
    private static final long LAST = 0xffff_ffffL;

    private Times() {}

    /**
     * A time of Exif, in three fields.
     *
     * @param time {@code 2024:05:31 12:30:00}, or null
     * @param fraction the digits behind the second's point, or null
     * @param offset {@code +02:00}, or null
     */
    static Optional<CaptureTime> exif(String time, String fraction, String offset) {
        return of(time).map(read -> refined(read, fraction, offset));
    }

    /** A time in one text: ISO 8601 as in XMP (XMP specification part 1, 8.2.1.1), or Exif's form. */
    static Optional<CaptureTime> of(String text) {
        if (text == null || text.length() > LONGEST) {
            return Optional.empty();
        }
        if (looksLike(EXIF, text)) {
            return exif(text).map(CaptureTime::unzoned);
        }
        Matcher time = TIME.matcher(text.strip());
        if (!time.matches()) {
            return Optional.empty();
        }
        Matcher rest = REST.matcher(time.group(7));
        boolean understood = rest.matches();
        return local(time, understood ? rest.group(1) : null)
                .map(local -> zoned(local, understood ? rest.group(2) : null));
    }

    /** Seconds since 1970 by a camera's clock, which knows no zone; null for what is none. */
    static CaptureTime ofCamera(long seconds) {
        return seconds <= 0 || seconds > LAST
                ? null
                : CaptureTime.unzoned(LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC));
    }

    /** Nearly every time there is, hence without a pattern. */
    private static Optional<LocalDateTime> exif(String text) {
        return local(
                digits(text, 0, 4),
                digits(text, 5, 7),
                digits(text, 8, 10),
                digits(text, 11, 13),
                digits(text, 14, 16),
                digits(text, 17, 19),
                0);
    }

    /** Whether a text has a digit where the form has one, and else the same characters. */
    private static boolean looksLike(String form, String text) {
        if (text.length() != form.length()) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            char c = text.charAt(i);
            if (form.charAt(i) == '0' ? c < '0' || c > '9' : c != form.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int digits(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static Optional<LocalDateTime> local(Matcher time, String fraction) {
        return local(
                number(time, 1),
                number(time, 2),
                number(time, 3),
                number(time, 4),
                number(time, 5),
                time.group(6) == null ? 0 : number(time, 6),
                nanos(fraction));
    }

    private static Optional<LocalDateTime> local(
            int year, int month, int day, int hour, int minute, int second, int nanos) {
        try {
            return Optional.of(LocalDateTime.of(year, month, day, hour, minute, second, nanos));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher time, int group) {
        return Integer.parseInt(time.group(group));
    }

    private static CaptureTime refined(CaptureTime read, String fraction, String offset) {
        LocalDateTime local = read.local().getNano() == 0 ? read.local().withNano(nanos(fraction)) : read.local();
        return read.offset().isPresent()
                ? CaptureTime.zoned(local, read.offset().get(), ZoneResolution.OFFSET_TAG)
                : zoned(local, offset);
    }

    private static CaptureTime zoned(LocalDateTime local, String offset) {
        return offset(offset)
                .map(known -> CaptureTime.zoned(local, known, ZoneResolution.OFFSET_TAG))
                .orElseGet(() -> CaptureTime.unzoned(local));
    }

    private static Optional<ZoneOffset> offset(String text) {
        String offset = text == null ? "" : text.strip();
        if (!offset.equals("Z") && !OFFSET.matcher(offset).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneOffset.of(offset));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@code "5"} is half a second. */
    private static int nanos(String fraction) {
        String digits = fraction == null ? "" : fraction.strip();
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 0;
        }
        return Integer.parseInt((digits + "000000000").substring(0, 9));
    }
}
