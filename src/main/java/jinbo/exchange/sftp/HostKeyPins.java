package jinbo.exchange.sftp;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Fingerprints of the host keys that a drop may present, as of {@code ssh-keygen -l}; several during a key change. */
public record HostKeyPins(Set<String> fingerprints) {

    private static final Pattern SHAPE = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");

    public HostKeyPins {
        if (fingerprints.isEmpty()) {
            throw new IllegalArgumentException(
                    "A drop needs at least one host key fingerprint (ssh-keygen -l shows it: SHA256:...)");
        }
        for (String fingerprint : fingerprints) {
            if (!SHAPE.matcher(fingerprint).matches()) {
                throw new IllegalArgumentException("Not a host key fingerprint; expected SHA256: and 43 characters of "
                        + "Base64 as ssh-keygen -l shows it: " + SanitizedText.of(fingerprint));
            }
        }
        fingerprints = Set.copyOf(fingerprints);
    }

    public static HostKeyPins of(String... fingerprints) {
        return new HostKeyPins(Set.of(fingerprints));
    }

    public boolean allow(String fingerprint) {
        return fingerprints.contains(fingerprint);
    }

    @Override
    public String toString() {
        return String.join(", ", new TreeSet<>(fingerprints));
    }
}
