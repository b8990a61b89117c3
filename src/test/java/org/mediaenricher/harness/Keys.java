package org.mediaenricher.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The keys of an identity provider: an RSA pair (2,048 bits) for RS256 and a secret for HS256, made once a folder. */
public final class Keys {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final Path folder;

    private Keys(Path folder) {
        this.folder = folder;
    }

    /** Those in the folder, made now if there are none. */
    public static Keys in(Path folder) {
        Keys keys = new Keys(folder);
        if (!Files.exists(folder.resolve("secret"))) {
            keys.generate();
        }
        return keys;
    }

    /** The file with the public key, PEM ({@code BEGIN PUBLIC KEY}). */
    public Path publicKeyFile() {
        return folder.resolve("public.pem");
    }

    /** The private key, for RS256. */
    PrivateKey privateKey() {
        try {
            byte[] der = Base64.getMimeDecoder().decode(read("private.pem").replaceAll("-----[A-Z ]+-----", ""));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The secret for HS256, 43 characters of base64url. */
    public String secret() {
        return read("secret");
    }

    private void generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            write("private.pem", pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            write("public.pem", pem("PUBLIC KEY", pair.getPublic().getEncoded()));
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            write("secret", Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n" + LINES.encodeToString(der) + "\n-----END " + what + "-----\n";
    }

    private void write(String name, String text) {
        Folders.writeSecret(folder.resolve(name), text);
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
