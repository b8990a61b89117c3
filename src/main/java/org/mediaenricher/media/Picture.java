package org.mediaenricher.media;

/**
 * The size and position of a still picture or of the first video track.
 *
 * @param encoded the size of the stored picture
 * @param shown the size as a viewer sees it: cropped and turned as the file asks
 * @param orientation how the stored picture is turned for showing
 * @param orientationSource who said so
 */
public record Picture(Size encoded, Size shown, Orientation orientation, OrientationSource orientationSource) {}
