/**
 * The keys tokens are verified with: read from settings, files and an issuer's JWKS, read again while the server runs,
 * and given out by algorithm and {@code kid}. Knows no token and no caller. A key is good for one algorithm alone (RFC
 * 8725 section 3.1), and what cannot be read leaves the keys as they were for a while, so an issuer that is away for a
 * minute locks nobody out.
 */
package org.mediaenricher.security.keys;
