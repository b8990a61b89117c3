package org.mediaenricher.media.container;

/** An audio stream behind an ID3v2 tag: mostly MP3, but FLAC and AAC carry it too. */
final class TaggedAudioReader implements FormatReader {
    private static final int MOST_TAGS = 4;

    @Override
    public boolean recognises(ByteWindow window) {
        return Id3v2.isAt(window, 0);
    }

    @Override
    public void read(ByteWindow window, FactsBuilder facts) {
        long at = 0;
        for (int i = 0; i < MOST_TAGS && Id3v2.isAt(window, at); i++) {
            at = Id3v2.read(window, at, facts);
        }
        if (at >= window.size()) {
            throw Unreadable.truncated("the object ends within the tag before its audio");
        }
        if (window.matches(at, "fLaC")) {
            FlacReader.read(window, at, facts);
        } else if (AdtsReader.isAt(window, at)) {
            AdtsReader.read(window, at, facts);
        } else {
            MpegAudioReader.read(window, at, facts);
        }
    }
}
