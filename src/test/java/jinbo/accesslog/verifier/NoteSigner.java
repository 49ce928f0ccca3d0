package jinbo.accesslog.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Signs notes as in C2SP, with an Ed25519 key. */
record NoteSigner(String name, KeyPair pair) {

    static NoteSigner of(String name, int seed) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed);
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, random);
            return new NoteSigner(name, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String key() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed());
    }

    VerifierKey verifierKey() {
        try {
            return VerifierKey.parse(key());
        } catch (MalformedException e) {
            throw new IllegalStateException(e);
        }
    }

    String checkpoint(long size, byte[] root) {
        return note(name + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n");
    }

    String note(String text) {
        return text + "\n" + signature(text);
    }

    String signature(String text) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(pair.getPrivate());
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            byte[] signature = ed25519.sign();
            byte[] all = ByteBuffer.allocate(4 + signature.length)
                    .put(id())
                    .put(signature)
                    .array();
            return "\u2014 " + name + " " + Base64.getEncoder().encodeToString(all) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] id() {
        return Arrays.copyOf(NaiveTree.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), typed()), 4);
    }

    private byte[] typed() {
        byte[] info = pair.getPublic().getEncoded();
        byte[] typed = Arrays.copyOfRange(info, info.length - 33, info.length);
        typed[0] = 1;
        return typed;
    }
}
