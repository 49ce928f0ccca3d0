package jinbo.exchange.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jinbo.participant.insurer.InsurerCode;

/** The name {@code blocklist-<INSURER>-<nnnnnnnn>.manifest.json.pgp}. */
public record ManifestFileName(InsurerCode insurer, int sequence) {

    private static final int LAST = 99_999_999;
    private static final Pattern SHAPE =
            Pattern.compile("blocklist-([A-Z0-9]{3,12})-([0-9]{8})\\.manifest\\.json\\.pgp");

    public ManifestFileName {
        requireSequence(sequence);
    }

    public static Optional<ManifestFileName> parse(String fileName) {
        Matcher matcher = SHAPE.matcher(fileName);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) == 0) {
            return Optional.empty();
        }
        return Optional.of(new ManifestFileName(new InsurerCode(matcher.group(1)), Integer.parseInt(matcher.group(2))));
    }

    public String fileName() {
        return "blocklist-%s-%08d.manifest.json.pgp".formatted(insurer, sequence);
    }

    static boolean isSequence(long number) {
        return number >= 1 && number <= LAST;
    }

    static void requireSequence(int sequence) {
        if (!isSequence(sequence)) {
            throw new IllegalArgumentException("A block list's sequence is 1 to 99999999, not " + sequence);
        }
    }
}
