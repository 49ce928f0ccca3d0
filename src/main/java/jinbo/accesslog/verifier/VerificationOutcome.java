package jinbo.accesslog.verifier;

import java.util.List;
import java.util.Locale;

public sealed interface VerificationOutcome {

    default boolean isWhole() {
        return this instanceof Sound;
    }

    /** It in one sentence: Chinese for a Chinese locale, English for every other. */
    String sentence(Locale language);

    /** All that was looked at is as it should be. */
    sealed interface Sound extends VerificationOutcome {

        String origin();

        long size();
    }

    /** Something is not as it should be. */
    sealed interface Unsound extends VerificationOutcome {

        String file();

        Finding finding();
    }

    /**
     * The log is whole: what the checkpoint signs is what the export holds, its entries keep the rules, and everything that
     * was kept agrees.
     *
     * @param kept how many checkpoints and answers were compared
     * @param open how many accesses were announced and have no result: no fault, a run may have died or not ended yet
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

    record Included(String origin, long index, long size) implements Sound {

        @Override
        public String sentence(Locale language) {
            return VerifierMessages.in(language, "outcome.included", origin, Long.toString(index), Long.toString(size));
        }
    }

    /**
     * The log is not whole. No entry before {@code from} is known to be wrong; where one entry is known to be the first wrong
     * one, {@code from} and {@code to} are its index.
     *
     * @param file of the export in which it shows
     * @param from first index that may be wrong
     * @param to last index that may be the first wrong one
     */
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

    /** The log in the export is whole in itself, and is not the one that something kept elsewhere tells of. */
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

    record Unreadable(String file, Finding finding) implements Unsound {
        @Override
        public String sentence(Locale language) {
            return VerifierMessages.in(language, "outcome.unreadable", file, finding.in(language));
        }
    }
}
