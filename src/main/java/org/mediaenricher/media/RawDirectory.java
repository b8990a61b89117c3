package org.mediaenricher.media;

import java.util.List;

/**
 * One block of metadata as found.
 *
 * @param name in snake_case, such as {@code exif_ifd0}
 * @param values in the order of the file
 */
public record RawDirectory(String name, List<RawValue> values) {}
