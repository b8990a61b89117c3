package org.mediaenricher.security;

import java.time.Duration;

/**
 * Somebody who has signed in to the console just now.
 *
 * @param secret for their cookie alone
 * @param life how long at the most
 */
public record SignedIn(SessionSecret secret, Caller caller, Duration life) {}
