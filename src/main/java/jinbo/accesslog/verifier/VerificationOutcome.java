package jinbo.accesslog.verifier;

import java.util.List;
import java.util.Locale;

/** The result of a verification, with a sentence about it. */
public sealed interface VerificationOutcome {

    default boolean isWhole() {
        return this instanceof Sound;
    }

    /** One sentence, in Chinese for a Chinese locale, in English for every other. */
    String sentence(Locale language);

    sealed interface Sound extends VerificationOutcome {

        String origin();

        long size();
    }

    sealed interface Unsound extends VerificationOutcome {

        String file();

        Finding finding();
    }

    /**
     * The export matches its checkpoint, the entries keep the rules, and all retained evidence matches.
     *
     * @param kept how many checkpoints and answers were compared
     * @param open how many accesses have no result; this is no fault, because a process may have died or still run
     */
    record Whole(String origin, long size, Hash root, int kept, long open, List<OpenAccess> firstOpen)
            implements Sound {

        public Whole {
            firstOpen = List.copyOf(firstOpen);
        }

        @Override
        public String sentence(Locale language) {
            return VerifierMessages.in(
                    language, "outcome.whole", origin, Long.toString(size), root.toString(), kept, Long.toString(open));
        }
    }

    /** The proof shows that the entry is in the log. */
    record Included(String origin, long index, long size) implements Sound {

        @Override
        public String sentence(Locale language) {
            return VerifierMessages.in(language, "outcome.included", origin, Long.toString(index), Long.toString(size));
        }
    }

    /** The log is not intact; the first wrong entry has an index from {@code from} to {@code to}. */
    record Broken(String file, long from, long to, Finding finding) implements Unsound {
        @Override
        public String sentence(Locale language) {
            return VerifierMessages.in(
                    language,
                    from == to ? "outcome.broken" : "outcome.broken-range",
                    file,
                    Long.toString(from),
                    Long.toString(to),
                    finding.in(language));
        }
    }

    /** The exported log agrees with itself, but not with the retained evidence. */
    record NotConsistent(String file, long keptSize, long size, Finding finding) implements Unsound {
        @Override
        public String sentence(Locale language) {
            return VerifierMessages.in(
                    language,
                    "outcome.not-consistent",
                    file,
                    Long.toString(keptSize),
                    Long.toString(size),
                    finding.in(language));
        }
    }

    /** Nothing could be verified, because a file is missing or invalid. */
    record Unreadable(String file, Finding finding) implements Unsound {
        @Override
        public String sentence(Locale language) {
            return VerifierMessages.in(language, "outcome.unreadable", file, finding.in(language));
        }
    }
}
