package org.mediaenricher.security.keys;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** A set in a file. */
record JwksFile(String setting, String path, Set<String> allowed) implements KeySource {
    @Override
    public List<VerificationKey> read() throws UnusableKeys {
        return Jwks.parse(SmallFile.text(path).getBytes(StandardCharsets.UTF_8), allowed);
    }
}
