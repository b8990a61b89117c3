package org.mediaenricher.runs;

import java.util.Optional;
import java.util.UUID;

/**
 * What of another run is tried again.
 *
 * @param run the other run
 * @param code only what failed with this code, empty for all that failed
 */
public record Retry(UUID run, Optional<String> code) {}
