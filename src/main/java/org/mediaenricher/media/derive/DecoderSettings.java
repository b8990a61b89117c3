package org.mediaenricher.media.derive;

import java.time.Duration;
import java.util.Optional;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.Picture;
import org.mediaenricher.media.PictureDecoder;
import org.mediaenricher.media.RangedSource;
import org.mediaenricher.media.Undecodable;
import org.mediaenricher.problems.Settings;

/**
 * How pictures are decoded; the names are below {@code mediaenricher.media.}
 *
 * @param processes {@code decoders}: how many processes; as many as there are cores unless set
 * @param patience {@code decode-timeout}: how long one picture may take; {@code PT10S} unless set
 * @param memory {@code decoder-memory}: MiB of each process, 768 unless set
 * @param mostPixels {@code decode-pixels}: millions of pixels, 100 unless set; larger pictures are not decoded
 * @param largest {@code decode-size}: MiB of the whole object, 128 unless set; longer objects are not decoded
 */
record DecoderSettings(int processes, Duration patience, int memory, long mostPixels, long largest) {
    private static final int MILLION = 1_000_000;
    private static final int MEBI = 1 << 20;

    static DecoderSettings from(Settings settings) {
        int cores = Runtime.getRuntime().availableProcessors();
        return new DecoderSettings(
                settings.integer("decoders", cores, 1, 256),
                settings.duration(
                        "decode-timeout", Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofMinutes(5)),
                settings.integer("decoder-memory", 768, 256, 16_384),
                (long) settings.integer("decode-pixels", 100, 1, 1000) * MILLION,
                (long) settings.integer("decode-size", 128, 1, 1024) * MEBI);
    }

    /** Why a picture is not even tried. */
    Optional<Undecodable> refuse(RangedSource object, MediaFacts facts) {
        if (!PictureDecoder.takes(facts)) {
            return refused("unsupported", "Pictures of type " + facts.contentType() + " are not decoded.");
        }
        if (object.size() > largest) {
            return refused(
                    "too-large", "The picture has " + object.size() + " bytes; at most " + largest + " are decoded.");
        }
        return facts.appearance()
                .picture()
                .map(this::refuse)
                .orElseGet(() -> refused("malformed", "The file has no picture."));
    }

    private Optional<Undecodable> refuse(Picture picture) {
        long pixels = (long) picture.encoded().width() * picture.encoded().height();
        return pixels > mostPixels
                ? refused("too-large", "The picture has " + pixels + " pixels; at most " + mostPixels + " are decoded.")
                : Optional.empty();
    }

    private static Optional<Undecodable> refused(String code, String sentence) {
        return Optional.of(new Undecodable(code, sentence));
    }
}
