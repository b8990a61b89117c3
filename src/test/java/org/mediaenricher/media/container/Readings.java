package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.mediaenricher.media.BytesSource;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.MediaReading;
import org.mediaenricher.media.UnreadableMedia;

/** What the real reader makes of bytes. */
final class Readings {
    private static final ContainerReader READER = new ContainerReader();

    private Readings() {}

    static MediaReading of(byte[] bytes) {
        return READER.read(new BytesSource(bytes));
    }

    static MediaFacts facts(Bytes bytes) {
        MediaReading reading = of(bytes.array());
        assertThat(reading).isInstanceOf(MediaFacts.class);
        return (MediaFacts) reading;
    }

    static UnreadableMedia failure(Bytes bytes) {
        MediaReading reading = of(bytes.array());
        assertThat(reading).isInstanceOf(UnreadableMedia.class);
        return (UnreadableMedia) reading;
    }
}
