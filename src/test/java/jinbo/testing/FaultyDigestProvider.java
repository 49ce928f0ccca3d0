package jinbo.testing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Gives one wrong hash of an input, and right ones of everything else: memory or a processor may fail. */
public final class FaultyDigestProvider extends Provider {

    private static final String NAME = "FaultyDigestProvider";

    /**
     * Runs a test during which the first hash of anything that contains an input is wrong in this JVM.
     *
     * @param algorithm with a hyphen
     */
    public static void whileHashIsWrong(String algorithm, String input, Runnable test) throws NoSuchAlgorithmException {
        Security.insertProviderAt(new FaultyDigestProvider(algorithm, input), 1);
        try {
            test.run();
        } finally {
            Security.removeProvider(NAME);
        }
    }

    private FaultyDigestProvider(String algorithm, String input) throws NoSuchAlgorithmException {
        super(NAME, "1", "for tests");
        Provider right = MessageDigest.getInstance(algorithm).getProvider();
        AtomicBoolean isUsed = new AtomicBoolean();
        List<String> aliases = List.of(algorithm.replace("-", ""));
        putService(new Service(this, "MessageDigest", algorithm, Digest.class.getName(), aliases, Map.of()) {
            @Override
            public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
                return new Digest(MessageDigest.getInstance(algorithm, right), input, isUsed);
            }
        });
    }

    private static final class Digest extends MessageDigest {

        private final MessageDigest right;
        private final String input;
        private final AtomicBoolean isUsed;
        private boolean isOfInput;

        Digest(MessageDigest right, String input, AtomicBoolean isUsed) {
            super(right.getAlgorithm());
            this.right = right;
            this.input = input;
            this.isUsed = isUsed;
        }

        @Override
        protected void engineUpdate(byte value) {
            right.update(value);
        }

        @Override
        protected void engineUpdate(byte[] values, int offset, int length) {
            isOfInput |= new String(values, offset, length, StandardCharsets.UTF_8).contains(input);
            right.update(values, offset, length);
        }

        @Override
        protected byte[] engineDigest() {
            byte[] hash = right.digest();
            if (isOfInput && isUsed.compareAndSet(false, true)) {
                hash[0]++;
            }
            return hash;
        }

        @Override
        protected void engineReset() {
            isOfInput = false;
            right.reset();
        }
    }
}
