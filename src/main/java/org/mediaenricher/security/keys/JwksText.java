package org.mediaenricher.security.keys;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.mediaenricher.problems.Secret;

/** A set given in the setting itself; it may hold secrets. */
record JwksText(String setting, Secret json, Set<String> allowed) implements KeySource {
    @Override
    public List<VerificationKey> read() throws UnusableKeys {
        return Jwks.parse(json.value().getBytes(StandardCharsets.UTF_8), allowed);
    }
}
