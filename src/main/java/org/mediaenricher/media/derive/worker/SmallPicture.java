package org.mediaenricher.media.derive.worker;

/** What a request asked for: RGBA, four bytes a pixel, row by row, not yet turned upright. */
@SuppressWarnings("ArrayRecordComponent")
record SmallPicture(int width, int height, byte[] rgba) {}
