package jinbo.exchange.sftp;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of algorithms that a server has sent, fit for a message. */
final class AlgorithmNames {

    /** More than any server has of one kind. */
    private static final int MOST = 60;

    /** What a name may have (RFC 4251, section 6). */
    private static final int LONGEST = 64;

    private AlgorithmNames() {}

    /** All of a list with commas, without the markers in it that are no algorithms. */
    static String shown(String list) {
        List<String> names = Arrays.stream(list.split(","))
                .filter(name -> !name.startsWith("kex-strict-") && !name.startsWith("ext-info-"))
                .toList();
        Stream<String> shown = names.stream()
                .limit(MOST)
                .map(name -> SanitizedText.of(name.substring(0, Math.min(name.length(), LONGEST))));
        Stream<String> rest =
                names.size() > MOST ? Stream.of("(and " + (names.size() - MOST) + " more)") : Stream.empty();
        return Stream.concat(shown, rest).collect(Collectors.joining(", "));
    }
}
