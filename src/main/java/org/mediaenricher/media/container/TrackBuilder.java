package org.mediaenricher.media.container;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.mediaenricher.media.AudioShape;
import org.mediaenricher.media.Orientation;
import org.mediaenricher.media.Size;
import org.mediaenricher.media.Track;
import org.mediaenricher.media.TrackKind;
import org.mediaenricher.media.VideoShape;

/** Collects what is told of one track. Null, zero and what no recording has tell nothing; a later word replaces an earlier. */
final class TrackBuilder {
    /** Codecs that keep each sample at its width; others are told one by writers who had a field to fill. */
    private static final Set<String> WHOLE_SAMPLES = Set.of("pcm", "flac", "alac", "wavpack", "tta", "truehd", "mlp");

    private static final int MOST_CHANNELS = 1024;
    private static final int HIGHEST_SAMPLE_RATE = 100_000_000;
    private static final int HIGHEST_FRAME_RATE = 100_000;

    private TrackKind kind = TrackKind.OTHER;
    private String codec;
    private String language;
    private long bitRate;
    private Duration duration;
    private Size size;
    private Orientation orientation = Orientation.UPRIGHT;
    private double pixelAspect = 1;
    private double frameRate;
    private boolean hdr;
    private int channels;
    private int sampleRate;
    private int bitsPerSample;

    TrackBuilder kind(TrackKind told) {
        kind = told;
        return this;
    }

    TrackKind kind() {
        return kind;
    }

    boolean is(TrackKind other) {
        return kind == other;
    }

    /** A codec's short name. */
    TrackBuilder codec(String told) {
        codec = told == null ? codec : Texts.orNull(told);
        return this;
    }

    boolean isCoded(String name) {
        return name.equals(codec);
    }

    /** A language tag; {@code und} (undetermined) and {@code zxx} (none) tell nothing. */
    TrackBuilder language(String told) {
        String tag = Texts.orNull(told);
        language = tag == null || tag.equals("und") || tag.equals("zxx") ? language : tag;
        return this;
    }

    TrackBuilder bitRate(long perSecond) {
        bitRate = perSecond > 0 ? perSecond : bitRate;
        return this;
    }

    TrackBuilder duration(Duration told) {
        duration = told == null ? duration : told;
        return this;
    }

    Duration duration() {
        return duration;
    }

    /**
     * The stored size.
     *
     * @throws Unreadable too large beyond what {@link Limits} names
     */
    TrackBuilder size(long width, long height) {
        size = width < 1 || height < 1 ? size : Pixels.size(width, height);
        return this;
    }

    /** The stored size, or null. */
    Size size() {
        return size;
    }

    /** How wide a pixel is in proportion to its height; zero on either side tells nothing. */
    TrackBuilder pixelAspect(long horizontal, long vertical) {
        pixelAspect = horizontal > 0 && vertical > 0 ? (double) horizontal / vertical : pixelAspect;
        return this;
    }

    double pixelAspect() {
        return pixelAspect;
    }

    TrackBuilder orientation(Orientation told) {
        orientation = told;
        return this;
    }

    Orientation orientation() {
        return orientation;
    }

    /** Rounded to thousandths: files count in ticks too coarse for more. */
    TrackBuilder frameRate(double perSecond) {
        boolean sane = perSecond >= 0.001 && perSecond <= HIGHEST_FRAME_RATE;
        frameRate = sane ? Math.round(perSecond * 1000) / 1000.0 : frameRate;
        return this;
    }

    TrackBuilder hdr() {
        hdr = true;
        return this;
    }

    boolean isHdr() {
        return hdr;
    }

    TrackBuilder channels(long told) {
        channels = told > 0 && told <= MOST_CHANNELS ? (int) told : channels;
        return this;
    }

    TrackBuilder sampleRate(long perSecond) {
        sampleRate = perSecond > 0 && perSecond <= HIGHEST_SAMPLE_RATE ? (int) perSecond : sampleRate;
        return this;
    }

    TrackBuilder bitsPerSample(long told) {
        bitsPerSample = told > 0 && told <= 64 ? (int) told : bitsPerSample;
        return this;
    }

    Track build() {
        long rate = bitRate == 0 && isCoded("pcm") ? (long) channels * sampleRate * bitsPerSample : bitRate;
        return new Track(
                kind,
                Optional.ofNullable(codec),
                Optional.ofNullable(language),
                rate == 0 ? OptionalLong.empty() : OptionalLong.of(rate),
                Optional.ofNullable(duration),
                is(TrackKind.VIDEO) ? Optional.of(videoShape()) : Optional.empty(),
                is(TrackKind.AUDIO) ? Optional.of(audioShape()) : Optional.empty());
    }

    private VideoShape videoShape() {
        return new VideoShape(
                Optional.ofNullable(size),
                orientation,
                frameRate == 0 ? OptionalDouble.empty() : OptionalDouble.of(frameRate),
                hdr);
    }

    private AudioShape audioShape() {
        boolean whole = codec != null && WHOLE_SAMPLES.contains(codec);
        return new AudioShape(known(channels), known(sampleRate), known(whole ? bitsPerSample : 0));
    }

    private static OptionalInt known(int value) {
        return value == 0 ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
