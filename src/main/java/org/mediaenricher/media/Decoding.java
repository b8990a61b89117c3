package org.mediaenricher.media;

/** What came of decoding a picture. */
public sealed interface Decoding permits Raster, Undecodable {}
