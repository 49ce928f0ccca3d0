package jinbo.operator.recovery;

import jinbo.exchange.format.ManifestFileName;
import jinbo.participant.insurer.InsurerCode;

/** Which list of which insurer: {@code YUNHE:7}. */
public record NamedList(ManifestFileName manifest) {

    /** @throws IllegalArgumentException if it is none */
    public static NamedList parse(String typed) {
        String[] parts = typed.split(":", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException("no colon");
        }
        return new NamedList(new ManifestFileName(new InsurerCode(parts[0]), Integer.parseInt(parts[1])));
    }

    @Override
    public String toString() {
        return manifest.insurer() + ":" + manifest.sequence();
    }
}
