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
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;

/**
 * The keys of an identity provider, made once a folder: an RSA pair (2,048 bits) for RS256, a secret for HS256, and a
 * pair on P-256 for ES256, which it publishes as a JWKS under a {@code kid}.
 */
public final class Keys {
    /** The name of the key for ES256. */
    public static final String KID = "sandbox-es256";

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final Path folder;

    private Keys(Path folder) {
        this.folder = folder;
    }

    /** Those in the folder, made now if there are none. */
    public static Keys in(Path folder) {
        Keys keys = new Keys(folder);
        if (!Files.exists(folder.resolve("jwks.json"))) {
            keys.generate();
        }
        return keys;
    }

    /** The file with the public key for RS256, PEM ({@code BEGIN PUBLIC KEY}). */
    public Path publicKeyFile() {
        return folder.resolve("public.pem");
    }

    /** The file with the public key for ES256, a JWKS. */
    public Path jwksFile() {
        return folder.resolve("jwks.json");
    }

    /** For RS256. */
    PrivateKey privateKey() {
        return privateKey("RSA", "private.pem");
    }

    /** For ES256. */
    PrivateKey curveKey() {
        return privateKey("EC", "private-curve.pem");
    }

    /** The secret for HS256, 43 characters of base64url. */
    public String secret() {
        return read("secret");
    }

    /** 22 characters of base64url. */
    String firstAdminPassword() {
        return read("first-admin-password");
    }

    private PrivateKey privateKey(String kind, String file) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(read(file).replaceAll("-----[A-Z ]+-----", ""));
            return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            write("private.pem", pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            write("public.pem", pem("PUBLIC KEY", pair.getPublic().getEncoded()));
            write("secret", random(32));
            write("first-admin-password", random(16));
            generateCurve();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void generateCurve() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        write("private-curve.pem", pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        EllipticCurveJsonWebKey key = new EllipticCurveJsonWebKey((ECPublicKey) pair.getPublic());
        key.setKeyId(KID);
        key.setAlgorithm("ES256");
        key.setUse("sig");
        write("jwks.json", new JsonWebKeySet(key).toJson());
    }

    private static String random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
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
