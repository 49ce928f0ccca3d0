package jinbo.exchange.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jinbo.participant.insurer.InsurerCode;

/** The name {@code blocklist-<INSURER>-<nnnnnnnn>-<kind>.csv.pgp}; sequences run from 1 to 99999999. */
public record BlockListFileName(InsurerCode insurer, int sequence, ListKind kind) {

    private static final Pattern SHAPE =
            Pattern.compile("blocklist-([A-Z0-9]{3,12})-([0-9]{8})-(full|delta)\\.csv\\.pgp");

    public BlockListFileName {
        ManifestFileName.requireSequence(sequence);
    }

    public static Optional<BlockListFileName> parse(String fileName) {
        Matcher matcher = SHAPE.matcher(fileName);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) == 0) {
            return Optional.empty();
        }
        return ListKind.of(matcher.group(3))
                .map(kind -> new BlockListFileName(
                        new InsurerCode(matcher.group(1)), Integer.parseInt(matcher.group(2)), kind));
    }

    public String fileName() {
        return "blocklist-%s-%08d-%s.csv.pgp".formatted(insurer, sequence, kind.code());
    }

    public String manifestName() {
        return new ManifestFileName(insurer, sequence).fileName();
    }
}
