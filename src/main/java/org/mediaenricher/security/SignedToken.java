package org.mediaenricher.security;

import io.smallrye.jwt.auth.principal.ParseException;
import java.util.Map;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;
import org.mediaenricher.security.keys.KeyRing;
import org.mediaenricher.security.keys.VerificationKey;

/**
 * A token in three parts (RFC 7515 section 7.1) whose header is in order; nothing it says is trusted yet.
 *
 * @param text the token
 * @param header its first part
 */
record SignedToken(String text, Map<String, ?> header) {
    static SignedToken of(String text, TokenRules rules) throws JoseException, ParseException {
        JsonWebSignature parsed = new JsonWebSignature();
        parsed.setCompactSerialization(text);
        Map<String, ?> header = JsonUtil.parseJson(parsed.getHeaders().getFullHeaderAsJsonString());
        rules.checkHeader(header);
        return new SignedToken(text, header);
    }

    /** With the first of the keys in question that verifies it, each with its own algorithm alone. */
    VerifiedToken verifiedBy(KeyRing keys) throws JoseException, ParseException {
        String algorithm = header.get("alg") instanceof String word ? word : "";
        Optional<String> kid = Optional.ofNullable((String) header.get("kid"));
        for (VerificationKey key : keys.candidates(algorithm, kid)) {
            JsonWebSignature signature = signature(key);
            if (signature.verifySignature()) {
                return new VerifiedToken(claims(signature), key);
            }
        }
        throw new ParseException("no key verifies it");
    }

    private JsonWebSignature signature(VerificationKey key) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, key.algorithm()));
        signature.setCompactSerialization(text);
        signature.setKey(key.key());
        return signature;
    }

    private static JwtClaims claims(JsonWebSignature signature) throws JoseException, ParseException {
        try {
            return JwtClaims.parse(signature.getPayload());
        } catch (InvalidJwtException notAnObject) {
            throw new ParseException("its payload is no JSON object", notAnObject);
        }
    }
}
