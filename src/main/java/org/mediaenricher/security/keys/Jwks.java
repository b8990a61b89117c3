package org.mediaenricher.security.keys;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/**
 * A JSON Web Key Set (RFC 7517 section 5). What is not for verifying, or of a kind none of our algorithms takes, is
 * passed over, as its section 5 asks; a key we would take and that is not safe makes the whole set unusable.
 */
final class Jwks {
    private static final int MOST_KEYS = 100;
    private static final int LONGEST_KID = 256;

    private Jwks() {}

    /**
     * Reads a set.
     *
     * @param allowed the algorithms of this deployment
     * @return its keys for these algorithms, maybe none: an issuer may retire the last one
     * @throws UnusableKeys when it is no set, or has a key that is not safe
     */
    static List<VerificationKey> parse(byte[] json, Set<String> allowed) throws UnusableKeys {
        List<?> members = members(json);
        List<VerificationKey> keys = new ArrayList<>();
        for (Object member : members) {
            if (member instanceof Map<?, ?> parameters && verifies(parameters)) {
                key(parameters).filter(key -> allowed.contains(key.algorithm())).ifPresent(keys::add);
            }
        }
        for (VerificationKey key : keys) {
            checkStrength(key);
        }
        return List.copyOf(keys);
    }

    private static List<?> members(byte[] json) throws UnusableKeys {
        try {
            Object members =
                    JsonUtil.parseJson(new String(json, StandardCharsets.UTF_8)).get("keys");
            if (members instanceof List<?> list && list.size() <= MOST_KEYS) {
                return list;
            }
        } catch (JoseException | RuntimeException notJson) {
            throw UnusableKeys.wrong("is no JSON Web Key Set (RFC 7517 section 5)");
        }
        throw UnusableKeys.wrong("is no JSON Web Key Set with \"keys\", at most " + MOST_KEYS);
    }

    private static boolean verifies(Map<?, ?> parameters) {
        Object use = parameters.get("use");
        Object operations = parameters.get("key_ops");
        return (use == null || use.equals("sig")) && (!(operations instanceof List<?> list) || list.contains("verify"));
    }

    /** A key whose kind or curve is unknown here is somebody else's. */
    private static Optional<VerificationKey> key(Map<?, ?> parameters) throws UnusableKeys {
        Optional<String> kid = Optional.ofNullable(parameters.get("kid")).map(String::valueOf);
        if (kid.filter(name -> name.isEmpty() || name.length() > LONGEST_KID).isPresent()) {
            throw UnusableKeys.wrong("has a kid that is empty or longer than " + LONGEST_KID);
        }
        Optional<Key> key = material(parameters);
        Optional<String> algorithm = key.flatMap(Algorithms::of)
                .filter(fitting -> fitting.equals(parameters.containsKey("alg") ? parameters.get("alg") : fitting));
        return algorithm.map(word -> new VerificationKey(word, kid, key.orElseThrow()));
    }

    @SuppressWarnings("unchecked") // JsonUtil's maps have texts for keys
    private static Optional<Key> material(Map<?, ?> parameters) throws UnusableKeys {
        if (!Set.of("RSA", "EC", "oct").contains(String.valueOf(parameters.get("kty")))) {
            return Optional.empty();
        }
        try {
            Key key =
                    JsonWebKey.Factory.newJwk((Map<String, Object>) parameters).getKey();
            return Optional.of("oct".equals(parameters.get("kty")) ? new HmacKey(key.getEncoded()) : key);
        } catch (JoseException | RuntimeException unreadable) {
            if (Set.of("P-384", "P-521", "secp256k1").contains(String.valueOf(parameters.get("crv")))) {
                return Optional.empty();
            }
            throw UnusableKeys.wrong("has a key that cannot be read");
        }
    }

    private static void checkStrength(VerificationKey key) throws UnusableKeys {
        if (Algorithms.isShort(key.key())) {
            throw UnusableKeys.wrong("has an RSA key of less than 2048 bits (RFC 7518 section 3.3)");
        }
        Optional<String> fault = key.isSecret() ? Secrets.fault(key.key().getEncoded()) : Optional.empty();
        if (fault.isPresent()) {
            throw UnusableKeys.wrong("has a secret that " + fault.get());
        }
    }
}
