package org.mediaenricher.media;

/** What reading an object came to: its facts, or the reason why there are none. */
public sealed interface MediaReading permits MediaFacts, UnreadableMedia {}
