package org.mediaenricher.media.container;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mediaenricher.media.Orientation;
import org.mediaenricher.media.TrackKind;

/** One track entry (RFC 9559, 5.1.4.1): kind, codec, and what only video or audio has. */
final class MatroskaTrack {
    private static final int TYPE = 0x83;
    private static final int NAME = 0x536e;
    private static final int LANGUAGE = 0x22b59c;
    private static final int LANGUAGE_BCP_47 = 0x22b59d;
    private static final int CODEC_ID = 0x86;
    private static final int CODEC_PRIVATE = 0x63a2;
    private static final int DEFAULT_DURATION = 0x23e383;
    private static final int VIDEO = 0xe0;
    private static final int AUDIO = 0xe1;
    private static final int SAMPLING_FREQUENCY = 0xb5;
    private static final int OUTPUT_SAMPLING_FREQUENCY = 0x78b5;
    private static final int CHANNELS = 0x9f;
    private static final int BIT_DEPTH = 0x6264;
    private static final int BLOCK_ADDITION_MAPPING = 0x41e4;
    private static final int BLOCK_ADD_ID_TYPE = 0x41e7;

    /** A phone maker's way to turn a video before the format had one. */
    private static final Pattern TURNED_BY_NAME = Pattern.compile("htc_video_rot[AB]-(000|090|180|270)");

    private final ByteWindow window;
    private final TrackBuilder told = new TrackBuilder();
    private MatroskaVideo video;
    private String codecId = "";
    private boolean inLanguage;
    private Element codecPrivate;

    private MatroskaTrack(ByteWindow window) {
        this.window = window;
    }

    static MatroskaTrack of(ByteWindow window, Element entry) {
        MatroskaTrack track = new MatroskaTrack(window);
        track.read(entry);
        return track;
    }

    TrackBuilder told() {
        return told;
    }

    void tellPicture(FactsBuilder facts) {
        video.tell(facts);
        facts.turnedByContainer(told.orientation());
        if (told.isHdr()) {
            facts.hdr();
        }
    }

    private void read(Element entry) {
        Elements elements = Elements.in(window, entry);
        for (Element element = elements.next(); element != null; element = elements.next()) {
            switch (element.id()) {
                case TYPE -> told.kind(kind(elements.unsigned(element)));
                case NAME -> named(elements.text(element));
                case LANGUAGE, LANGUAGE_BCP_47 -> language(elements.text(element));
                case CODEC_ID -> codecId = elements.text(element);
                case CODEC_PRIVATE -> codecPrivate = element;
                case DEFAULT_DURATION -> told.frameRate(1e9 / elements.unsigned(element));
                case VIDEO -> video = MatroskaVideo.of(window, element, told);
                case AUDIO -> audio(element);
                case BLOCK_ADDITION_MAPPING -> mapping(element);
                default -> {}
            }
        }
        told.codec(MatroskaCodecs.name(codecId, window, codecPrivate));
        if (!inLanguage) {
            told.language("eng"); // RFC 9559, 5.1.4.1.19: the default
        }
    }

    private static TrackKind kind(long type) {
        return switch ((int) type) {
            case 1 -> TrackKind.VIDEO;
            case 2 -> TrackKind.AUDIO;
            case 0x11 -> TrackKind.SUBTITLE;
            default -> TrackKind.OTHER;
        };
    }

    private void language(String tag) {
        inLanguage = true;
        told.language(tag);
    }

    private void named(String name) {
        Matcher turned = TURNED_BY_NAME.matcher(name);
        if (turned.matches()) {
            told.orientation(Orientation.of(false, Integer.parseInt(turned.group(1))));
        }
    }

    /** RFC 9559, 5.1.4.1.29: without a word it is one channel of 8 kHz. */
    private void audio(Element audio) {
        told.channels(1).sampleRate(8000);
        Elements elements = Elements.in(window, audio);
        for (Element element = elements.next(); element != null; element = elements.next()) {
            switch (element.id()) {
                case SAMPLING_FREQUENCY, OUTPUT_SAMPLING_FREQUENCY ->
                    told.sampleRate(Math.round(elements.real(element)));
                case CHANNELS -> told.channels(elements.unsigned(element));
                case BIT_DEPTH -> told.bitsPerSample(elements.unsigned(element));
                default -> {}
            }
        }
    }

    /** Dolby Vision beside the codec's own stream (RFC 9559, 5.1.4.1.17; Dolby Vision streams within Matroska). */
    private void mapping(Element mapping) {
        Elements elements = Elements.in(window, mapping);
        for (Element element = elements.next(); element != null; element = elements.next()) {
            long type = element.id() == BLOCK_ADD_ID_TYPE ? elements.unsigned(element) : 0;
            if (type == Box.code("dvcC") || type == Box.code("dvvC")) {
                told.hdr();
            }
        }
    }
}
