package org.mediaenricher.security.keys;

import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All keys that are good at one moment.
 *
 * @param keys in no order
 */
public record KeySet(List<VerificationKey> keys) {
    /** A name as issuers give them: thumbprints, UUIDs, base64. Paths, queries and addresses are none. */
    private static final Pattern PLAIN_KID = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_+/=-]{0,127}");

    public KeySet {
        keys = List.copyOf(keys);
    }

    /**
     * The keys that may have signed a token. One that names a key is verified with keys of that name; with a name
     * nobody has, or without one, only keys without a name of their own come into question, or any if it has none.
     *
     * @param kid the token's {@code kid}
     */
    public List<VerificationKey> candidates(String algorithm, Optional<String> kid) {
        List<VerificationKey> fitting =
                keys.stream().filter(key -> key.algorithm().equals(algorithm)).toList();
        if (kid.isEmpty()) {
            return fitting;
        }
        List<VerificationKey> named =
                fitting.stream().filter(key -> key.kid().equals(kid)).toList();
        if (!named.isEmpty() || !PLAIN_KID.matcher(kid.get()).matches()) {
            return named;
        }
        return fitting.stream().filter(key -> key.kid().isEmpty()).toList();
    }

    /** Whether a key with this {@link VerificationKey#fingerprint} is among them. */
    public boolean contains(String fingerprint) {
        return keys.stream().anyMatch(key -> key.fingerprint().equals(fingerprint));
    }

    /** A secret that somebody could know from a public key, the classic confusion of RFC 8725 section 2.1. */
    Optional<VerificationKey> secretThatIsPublic() {
        List<byte[]> known = keys.stream()
                .filter(key -> !key.isSecret())
                .flatMap(KeySet::spellings)
                .toList();
        return keys.stream()
                .filter(VerificationKey::isSecret)
                .filter(secret -> known.stream()
                        .anyMatch(text ->
                                Arrays.equals(text, squeezed(secret.key().getEncoded()))))
                .findFirst();
    }

    private static Stream<byte[]> spellings(VerificationKey key) {
        byte[] der = key.key().getEncoded();
        String base64 = Base64.getEncoder().encodeToString(der);
        Stream<String> texts = Stream.of(
                base64,
                Base64.getUrlEncoder().withoutPadding().encodeToString(der),
                "-----BEGINPUBLICKEY-----" + base64 + "-----ENDPUBLICKEY-----");
        Stream<byte[]> modulus = key.key() instanceof RSAPublicKey rsa
                ? Stream.of(
                        rsa.getModulus().toByteArray(),
                        Arrays.copyOfRange(
                                rsa.getModulus().toByteArray(),
                                1,
                                rsa.getModulus().toByteArray().length))
                : Stream.empty();
        return Stream.concat(
                Stream.concat(Stream.of(der), modulus).map(KeySet::squeezed),
                texts.map(text -> text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Without white space, for a PEM is the same with other line ends. */
    private static byte[] squeezed(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .replaceAll("\\s", "")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
