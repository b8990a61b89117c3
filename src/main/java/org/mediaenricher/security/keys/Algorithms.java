package org.mediaenricher.security.keys;

import java.security.Key;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;

/** The algorithms of RFC 7518 section 3.1 that are taken, and what a key must be for them. */
final class Algorithms {
    static final String HS256 = AlgorithmIdentifiers.HMAC_SHA256;
    static final String RS256 = AlgorithmIdentifiers.RSA_USING_SHA256;
    static final String ES256 = AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;
    static final List<String> ALL = List.of(HS256, RS256, ES256);

    private static final int SHORTEST_MODULUS = 2048;

    private Algorithms() {}

    /** The algorithm a key is good for, empty for a kind of key that none of ours takes. */
    static Optional<String> of(Key key) {
        if (key instanceof HmacKey) {
            return Optional.of(HS256);
        }
        if (key instanceof RSAPublicKey) {
            return Optional.of(RS256);
        }
        return key instanceof ECPublicKey curve && isP256(curve) ? Optional.of(ES256) : Optional.empty();
    }

    /** RFC 7518 section 3.3: 2048 bits or larger. */
    static boolean isShort(Key key) {
        return key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < SHORTEST_MODULUS;
    }

    private static boolean isP256(ECPublicKey key) {
        return EllipticCurves.P_256.equals(
                EllipticCurves.getName(key.getParams().getCurve()));
    }
}
