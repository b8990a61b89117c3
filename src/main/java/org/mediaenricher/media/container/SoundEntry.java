package org.mediaenricher.media.container;

/**
 * An audio sample entry (ISO/IEC 14496-12, 12.2.3), also in QuickTime's longer versions 1 and 2
 * (QuickTime File Format, "Sound Sample Descriptions"). What the codec's own box says of channels and
 * rate overrules the entry, which often holds a fixed 2 and 16 bits.
 */
final class SoundEntry {
    private final ByteWindow window;
    private final Box entry;
    private final boolean quickTime;
    private final TrackBuilder track;

    /**
     * An entry.
     *
     * @param quickTime whether the version is QuickTime's; in a description of version 1 it is ISO's
     */
    SoundEntry(ByteWindow window, Box entry, boolean quickTime, TrackBuilder track) {
        this.window = window;
        this.entry = entry;
        this.quickTime = quickTime;
        this.track = track;
    }

    void tell() {
        long at = entry.content();
        int version = quickTime ? window.u16(at + 8) : 0;
        track.channels(window.u16(at + 16)).sampleRate(window.u16(at + 24));
        if (isPcm()) {
            track.bitsPerSample(bits(window.u16(at + 18)));
        }
        if (version == 2) {
            versionTwo(at);
        }
        adaptiveMultiRate();
        long fields = version == 2 ? Math.max(64, window.u32(at + 28) - 8) : version == 1 ? 44 : 28;
        SidePart.read(() -> boxes(Boxes.between(window, at + fields, entry.end()), 0));
    }

    private void versionTwo(long at) {
        double rate = Double.longBitsToDouble(window.i64(at + 32));
        track.sampleRate(Math.round(rate)).channels(window.u32(at + 40));
        if (isPcm()) {
            track.bitsPerSample(window.u32(at + 48));
        }
    }

    /** Always one channel, whatever the entry says (3GPP TS 26.244, 6.5; RFC 4867, 5.1). */
    private void adaptiveMultiRate() {
        if (entry.is("samr") || entry.is("sawb")) {
            track.channels(1).sampleRate(entry.is("sawb") ? 16_000 : 8_000);
        }
    }

    private boolean isPcm() {
        return MovieCodecs.isPcm(entry.name());
    }

    /** Some codes carry the width in their name. */
    private long bits(int told) {
        return switch (entry.name()) {
            case "in24" -> 24;
            case "in32", "fl32" -> 32;
            case "fl64" -> 64;
            default -> told;
        };
    }

    private void boxes(Boxes boxes, int depth) {
        for (Box box = boxes.next(); box != null; box = boxes.next()) {
            switch (box.name()) {
                case "esds" -> new ElementaryStream(window, box.content() + 4, box.end()).tell(track);
                case "btrt" -> track.bitRate(window.u32(box.content() + 8));
                case "sinf" -> SampleDescription.original(window, box).ifPresent(track::codec);
                case "dac3" -> DolbyAudio.ac3(slice(box), track);
                case "dec3" -> DolbyAudio.eac3(slice(box), track);
                case "dOps" ->
                    track.channels(window.u8(box.content() + 1)).sampleRate(48_000); // Opus in ISO BMFF, 4.3.2
                case "dfLa" -> FlacStreamInfo.at(window, box.content() + 8).tell(track); // FLAC in ISO BMFF, 3.3.2
                case "pcmC" -> track.bitsPerSample(window.u8(box.content() + 5)); // ISO/IEC 23003-5, 5
                case "srat" -> track.sampleRate(window.u32(box.content() + 4));
                case "alac" -> appleLossless(box);
                case "wave" -> wave(box, depth);
                default -> {}
            }
        }
    }

    /** QuickTime wraps the codec's boxes once more. */
    private void wave(Box box, int depth) {
        if (depth < Limits.NESTING) {
            boxes(Boxes.in(window, box), depth + 1);
        }
    }

    /** The "magic cookie" of Apple Lossless, "ALACSpecificConfig". */
    private void appleLossless(Box box) {
        if (box.length() >= 28) {
            long at = box.content() + 4;
            track.bitsPerSample(window.u8(at + 5)).channels(window.u8(at + 9)).sampleRate(window.u32(at + 20));
        }
    }

    private Slice slice(Box box) {
        return window.slice(box.content(), (int) Math.min(box.length(), 64));
    }
}
