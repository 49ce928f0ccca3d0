package jinbo.exchange.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jinbo.participant.insurer.InsurerCode;

/** The file names of answers to an inbound file: the file's stem, and from the second answer on a number. */
public final class AnswerFileNames {

    private static final Pattern SHAPE = Pattern.compile("(?:receipt|outcome)-"
            + "(?<stem>[a-z]+(?:-[a-z]+)?-(?<insurer>[A-Z0-9]{3,12})-[0-9]{8}-[0-9]{3}|invalid-[0-9a-f]{16})"
            + "(?:\\.(?<nth>[1-9][0-9]{0,5}))?\\.(?:json|csv)\\.pgp");

    private AnswerFileNames() {}

    public static String receipt(String stem, int nth) {
        return "receipt-" + stem + counted(nth) + ".json.pgp";
    }

    public static String outcome(String stem, int nth) {
        return "outcome-" + stem + counted(nth) + ".csv.pgp";
    }

    /** The stem for a file with an invalid name; contains no part of that name. */
    public static String invalidStem(String sha256) {
        return "invalid-" + JsonText.requireSha256("sha256", sha256).substring(0, 16);
    }

    public record Answered(String stem, int nth) {}

    /** Parses the name of an answer to one of an insurer's files; empty for any other name. */
    public static Optional<Answered> parse(InsurerCode insurer, String name) {
        return Optional.of(SHAPE.matcher(name))
                .filter(Matcher::matches)
                .filter(matcher -> matcher.group("insurer") == null
                        || matcher.group("insurer").equals(insurer.value()))
                .map(matcher -> new Answered(
                        matcher.group("stem"),
                        Optional.ofNullable(matcher.group("nth"))
                                .map(Integer::parseInt)
                                .orElse(1)));
    }

    /** True for the name of an answer to any insurer. */
    public static boolean isOne(String name) {
        return SHAPE.matcher(name).matches();
    }

    private static String counted(int nth) {
        if (nth < 1) {
            throw new IllegalArgumentException("Answers are counted from 1, not " + nth);
        }
        return nth == 1 ? "" : "." + nth;
    }
}
