package org.mediaenricher.security.keys;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jose4j.keys.EcKeyUtil;
import org.jose4j.keys.RsaKeyUtil;
import org.jose4j.lang.JoseException;

/** A public key in PEM ({@code BEGIN PUBLIC KEY}, RFC 7468 section 13), given as text or as the path of a file. */
record PemKeys(String setting, String given, Set<String> allowed) implements KeySource {
    @Override
    public List<VerificationKey> read() throws UnusableKeys {
        PublicKey key = parse(given.startsWith("-----") ? given : SmallFile.text(given));
        Optional<String> algorithm = Algorithms.of(key).filter(allowed::contains);
        if (algorithm.isEmpty() || Algorithms.isShort(key)) {
            throw UnusableKeys.wrong("must be an RSA key of 2048 bits or more, or one on the curve P-256, for "
                    + String.join(", ", allowed));
        }
        return List.of(new VerificationKey(algorithm.get(), Optional.empty(), key));
    }

    private static PublicKey parse(String pem) throws UnusableKeys {
        try {
            return new RsaKeyUtil().fromPemEncoded(pem);
        } catch (JoseException | InvalidKeySpecException | RuntimeException notRsa) {
            return curve(pem);
        }
    }

    private static PublicKey curve(String pem) throws UnusableKeys {
        try {
            if (new EcKeyUtil().fromPemEncoded(pem) instanceof ECPublicKey key) {
                return key;
            }
        } catch (JoseException | InvalidKeySpecException | RuntimeException notThisEither) {
            throw UnusableKeys.wrong("must be a public key in PEM, or the path of a file with one");
        }
        throw UnusableKeys.wrong("must be a public key in PEM, or the path of a file with one");
    }
}
