package org.mediaenricher.media.container;

/** Knows the frame header of one kind of stream. */
interface FrameHeader {
    /** The most bytes a header has. */
    int LONGEST = 8;

    /** The frame that begins there, or null when none does. */
    AudioFrame at(ByteWindow window, long offset);
}
