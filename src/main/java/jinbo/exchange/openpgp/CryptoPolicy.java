package jinbo.exchange.openpgp;

import static jinbo.exchange.openpgp.AlgorithmRule.Kind.CURVE;
import static jinbo.exchange.openpgp.AlgorithmRule.Kind.PUBLIC_KEY;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jinbo.exchange.openpgp.AlgorithmRule.Acceptance;
import jinbo.exchange.openpgp.AlgorithmRule.Kind;

/**
 * Which OpenPGP algorithms are accepted and until when, and which are used for new messages: the table {@code
 * crypto-policy.csv} beside this class. An algorithm without a row is refused.
 *
 * @param minRsaBits the shortest RSA key: 3072, or 2048 if the association has to accept older keys
 */
public record CryptoPolicy(List<AlgorithmRule> rules, int minRsaBits) {

    private static final Set<String> RSA = Set.of("1", "2", "3");
    private static final List<AlgorithmRule> BUILT_IN = CryptoPolicyFile.readBuiltIn();

    public CryptoPolicy {
        rules = List.copyOf(rules);
    }

    /** The table of the program, with RSA of 3072 bits or more. */
    public static CryptoPolicy standard() {
        return of(BUILT_IN);
    }

    static CryptoPolicy of(List<AlgorithmRule> rules) {
        return new CryptoPolicy(rules, leastBits(rules, Acceptance.YES));
    }

    /** @throws IllegalArgumentException if no row of the table allows such short keys (2048 is the minimum) */
    public CryptoPolicy withMinRsaBits(int bits) {
        int least = Math.min(leastBits(rules, Acceptance.YES), leastBits(rules, Acceptance.SETTING));
        if (bits < least) {
            throw new IllegalArgumentException("RSA keys below " + least + " bits cannot be allowed");
        }
        return new CryptoPolicy(rules, bits);
    }

    Optional<AlgorithmRule> rule(Kind kind, int id) {
        return rule(kind, Integer.toString(id), 0);
    }

    /** The row for a key: of several rows with a minimum size, the one with the largest that the key reaches. */
    Optional<AlgorithmRule> rule(Kind kind, String id, int bits) {
        return rules.stream()
                .filter(rule -> rule.isOf(kind, id) && rule.leastBits() <= bits)
                .max(Comparator.comparing(AlgorithmRule::leastBits));
    }

    boolean accepts(Kind kind, int id, Instant at) {
        return rule(kind, id).filter(rule -> rule.accepts(at)).isPresent();
    }

    /** True if the table has a row for keys of an algorithm, whether it accepts or refuses them. */
    boolean supportsKeyAlgorithm(int algorithm) {
        return rules.stream().anyMatch(rule -> rule.isOf(PUBLIC_KEY, Integer.toString(algorithm)));
    }

    /** Why a key is too weak or of an unknown algorithm; empty if it is strong enough. */
    Optional<KeyFault> faultOf(KeyAlgorithm key, Instant at) {
        if (RSA.contains(key.id()) && key.bits() < minRsaBits) {
            return Optional.of(KeyFault.of(KeyFault.Kind.RSA_TOO_SHORT, key.bits(), minRsaBits));
        }
        Optional<AlgorithmRule> rule = rule(PUBLIC_KEY, key.id(), key.bits());
        if (rule.isEmpty()) {
            return Optional.of(KeyFault.of(KeyFault.Kind.ALGORITHM_UNKNOWN, key.id()));
        }
        return rule.flatMap(
                        known -> fault(known, at, KeyFault.Kind.ALGORITHM_NOT_ACCEPTED, KeyFault.Kind.ALGORITHM_ENDED))
                .or(() -> key.curve().flatMap(curve -> curveFault(curve, at)));
    }

    private Optional<KeyFault> curveFault(String curve, Instant at) {
        Optional<AlgorithmRule> rule = rule(CURVE, curve, 0);
        return rule.isEmpty()
                ? Optional.of(KeyFault.of(KeyFault.Kind.CURVE_UNKNOWN, curve))
                : fault(rule.get(), at, KeyFault.Kind.CURVE_NOT_ACCEPTED, KeyFault.Kind.CURVE_ENDED);
    }

    private static Optional<KeyFault> fault(
            AlgorithmRule rule, Instant at, KeyFault.Kind notAccepted, KeyFault.Kind ended) {
        if (rule.accepts(at)) {
            return Optional.empty();
        }
        return Optional.of(
                rule.acceptance() == AlgorithmRule.Acceptance.NO
                        ? KeyFault.of(notAccepted, rule.name(), rule.source())
                        : KeyFault.of(ended, rule.name(), rule.lastDay().orElseThrow(), rule.source()));
    }

    /** The row by which a key's acceptance ends first; empty if no end is known. */
    Optional<AlgorithmRule> endOf(KeyAlgorithm key) {
        return Stream.concat(
                        rule(PUBLIC_KEY, key.id(), key.bits()).stream(),
                        key.curve().flatMap(curve -> rule(CURVE, curve, 0)).stream())
                .filter(rule -> rule.lastDay().isPresent())
                .min(Comparator.comparing(rule -> rule.lastDay().orElseThrow()));
    }

    /** Describes a key, for example {@code RSA of 3072 bits} or {@code ECDH over Curve25519}. */
    String describe(KeyAlgorithm key) {
        String name = rules.stream()
                .filter(rule -> rule.isOf(PUBLIC_KEY, key.id()))
                .findFirst()
                .map(AlgorithmRule::name)
                .orElse("algorithm " + key.id());
        if (key.curve().isPresent()) {
            String curve = key.curve().get();
            return name + " over "
                    + rule(CURVE, curve, 0).map(AlgorithmRule::name).orElse(curve);
        }
        return key.hasSizes() ? name + " of " + key.bits() + " bits" : name;
    }

    int producedCipher() {
        return rules.stream()
                .filter(rule -> rule.kind() == Kind.CIPHER && rule.produced())
                .mapToInt(rule -> Integer.parseInt(rule.id()))
                .findFirst()
                .orElseThrow();
    }

    static boolean isRsa(AlgorithmRule rule) {
        return rule.kind() == PUBLIC_KEY && RSA.contains(rule.id());
    }

    private static int leastBits(List<AlgorithmRule> rules, Acceptance acceptance) {
        return rules.stream()
                .filter(rule -> isRsa(rule) && rule.acceptance() == acceptance)
                .mapToInt(AlgorithmRule::leastBits)
                .min()
                .orElse(Integer.MAX_VALUE);
    }
}
