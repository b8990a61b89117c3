package org.mediaenricher.media.container;

import java.util.List;

/** The formats known, in the order they are tried: clear signatures first, weak ones last. */
final class Formats {
    private static final List<FormatReader> ALL = List.of(
            new JpegReader(),
            new PngReader(),
            new GifReader(),
            new WebpReader(),
            new HeifReader(),
            new TiffReader(),
            new MovieReader(),
            new MatroskaReader(),
            new WaveReader(),
            new AviReader(),
            new OggReader(),
            new FlacReader(),
            new AmrReader(),
            new RefusedReader(),
            new TaggedAudioReader(),
            new SvgReader(),
            new AdtsReader(),
            new MpegAudioReader());

    private Formats() {}

    /** The reader for an object. */
    static FormatReader of(ByteWindow window) {
        if (window.size() == 0) {
            throw Unreadable.empty();
        }
        for (FormatReader format : ALL) {
            if (format.recognises(window)) {
                return format;
            }
        }
        throw Unreadable.unsupported("the first bytes are of no known media format");
    }
}
