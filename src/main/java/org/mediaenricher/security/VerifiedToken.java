package org.mediaenricher.security;

import org.jose4j.jwt.JwtClaims;
import org.mediaenricher.security.keys.VerificationKey;

/**
 * What a token said, and the key that signed it.
 *
 * @param claims all of them
 */
record VerifiedToken(JwtClaims claims, VerificationKey key) {}
