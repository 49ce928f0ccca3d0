package jinbo.exchange.keys;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.platform.error.ErrorMessage;

/** The keys of {@code keys-sample/}, whose secret halves are published. Only demos and tests may use them. */
public final class SampleKeys {

    private static final String LIST = "/keys-sample/fingerprints.txt";

    private static final String RETIRED = "/keys-sample/retired-fingerprints.txt";

    private final Map<String, String> names;
    private final boolean allowed;

    private SampleKeys(Map<String, String> names, boolean allowed) {
        this.names = names;
        this.allowed = allowed;
    }

    /** @param allowed whether this is a demo or a test */
    public static SampleKeys allowedIf(boolean allowed) {
        return new SampleKeys(read(), allowed);
    }

    /**
     * Finds the first sample key among the given keys; empty if sample keys are allowed.
     *
     * @param fingerprints of OpenPGP keys (upper-case hex), SSH keys ({@code SHA256:...}) or keys of access logs
     *     (SHA-256, hex)
     * @return a clause that names the key
     */
    public Optional<ErrorMessage> fault(Collection<String> fingerprints) {
        return fingerprints.stream()
                .filter(fingerprint -> !allowed && names.containsKey(fingerprint))
                .findFirst()
                .map(fingerprint -> ErrorMessage.of(KeysError.IS_SAMPLE_KEY, fingerprint, names.get(fingerprint)));
    }

    /** @throws KeysException if one of them is a sample key */
    public void refuse(Collection<String> fingerprints, KeysError remedy, Object... facts) {
        fault(fingerprints).ifPresent(fault -> {
            throw new KeysException(KeysError.SAMPLE_KEY, fault, ErrorMessage.of(remedy, facts));
        });
    }

    private static Map<String, String> read() {
        return Stream.of(LIST, RETIRED)
                .flatMap(SampleKeys::lines)
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toUnmodifiableMap(parts -> parts[0], parts -> parts[1], (one, same) -> one));
    }

    private static Stream<String> lines(String list) {
        try (InputStream in = SampleKeys.class.getResourceAsStream(list)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: it lacks " + list);
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
