package org.mediaenricher.media.container;

import com.drew.metadata.Directory;
import com.drew.metadata.exif.ExifDirectoryBase;
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

    private static Optional<CaptureTime> time(Directory exif, int time, int fraction, int offset) {
        return Times.exif(ExifFacts.text(exif, time), ExifFacts.text(exif, fraction), ExifFacts.text(exif, offset));
    }
}
