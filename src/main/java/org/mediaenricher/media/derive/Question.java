package org.mediaenricher.media.derive;

import org.mediaenricher.media.Size;

/**
 * What a decoder is asked.
 *
 * @param object the picture's bytes
 * @param contentType its MIME type
 * @param stored the picture's size as it is stored
 * @param box what the picture has to fit into as it is stored
 * @param mostPixels larger ones are refused
 */
record Question(Feed object, String contentType, Size stored, Size box, long mostPixels) {}
