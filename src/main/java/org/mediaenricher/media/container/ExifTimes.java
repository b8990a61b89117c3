package org.mediaenricher.media.container;

import com.drew.lang.Rational;
import com.drew.metadata.Directory;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.mediaenricher.media.CaptureTime;

/**
 * The times of an Exif block, each with its own offset and fraction of a second (Exif 3.0, 4.6.6.6).
 * The third, {@code DateTime}, is when the file was last changed: not a capture time, and not read.
 */
final class ExifTimes {
    private ExifTimes() {}

    static Optional<CaptureTime> original(Directory exif) {
        return time(
                exif,
                ExifDirectoryBase.TAG_DATETIME_ORIGINAL,
                ExifDirectoryBase.TAG_SUBSECOND_TIME_ORIGINAL,
                ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL);
    }

    static Optional<CaptureTime> digitized(Directory exif) {
        return time(
                exif,
                ExifDirectoryBase.TAG_DATETIME_DIGITIZED,
                ExifDirectoryBase.TAG_SUBSECOND_TIME_DIGITIZED,
                ExifDirectoryBase.TAG_TIME_ZONE_DIGITIZED);
    }

    /** The satellites' time is UTC: a date, and hours, minutes and seconds as fractions (Exif 3.0, 4.6.7.1.8 and .30). */
    static Optional<Instant> satellites(Directory gps) {
        Rational[] clock = gps.getRationalArray(GpsDirectory.TAG_TIME_STAMP);
        String date = ExifFacts.text(gps, GpsDirectory.TAG_DATE_STAMP);
        if (clock == null || clock.length != 3 || date == null) {
            return Optional.empty();
        }
        double seconds = clock[0].doubleValue() * 3600 + clock[1].doubleValue() * 60 + clock[2].doubleValue();
        return Times.of(date.strip() + " 00:00:00")
                .filter(day -> seconds >= 0 && seconds < 86_401)
                .map(day -> day.local().toInstant(ZoneOffset.UTC).plusMillis(Math.round(seconds * 1000)));
    }

    private static Optional<CaptureTime> time(Directory exif, int time, int fraction, int offset) {
        return Times.exif(ExifFacts.text(exif, time), ExifFacts.text(exif, fraction), ExifFacts.text(exif, offset));
    }
}
