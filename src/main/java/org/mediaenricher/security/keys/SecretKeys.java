package org.mediaenricher.security.keys;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jose4j.keys.HmacKey;
import org.mediaenricher.problems.Secret;

/** A shared secret, its UTF-8 bytes. */
record SecretKeys(String setting, Secret secret) implements KeySource {
    @Override
    public List<VerificationKey> read() throws UnusableKeys {
        byte[] bytes = secret.value().getBytes(StandardCharsets.UTF_8);
        Optional<String> fault = Secrets.fault(bytes);
        if (fault.isPresent()) {
            throw UnusableKeys.wrong(fault.get());
        }
        return List.of(new VerificationKey(Algorithms.HS256, Optional.empty(), new HmacKey(bytes)));
    }
}
