package org.mediaenricher.media;

import java.util.Optional;

/**
 * What took the picture, in the maker's words.
 *
 * @param make the maker
 * @param model the camera or phone
 * @param lens the lens
 * @param software the program that last wrote the file, or the firmware
 */
public record Camera(Optional<String> make, Optional<String> model, Optional<String> lens, Optional<String> software) {}
