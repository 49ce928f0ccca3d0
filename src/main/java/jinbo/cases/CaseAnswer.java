package jinbo.cases;

import java.time.Instant;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;

/**
 * What an insurer says of a case; whose call it was stands apart, in {@link CaseParty} ({@code exchange-formats/case-answers/v1}).
 *
 * @param words its own, in one line and with {@code ***} for what may be a phone number; at most {@value #LONGEST} characters
 */
public record CaseAnswer(InsurerCode insurer, Instant receivedAt, Content content, String words) {

    /** The most that is kept of an insurer's words, in characters (code points). */
    public static final int LONGEST = 200;

    public sealed interface Content {

        /** How the format calls it. */
        Kind kind();
    }

    /** The call broke the rules. */
    public record Accept() implements Content {
        @Override
        public Kind kind() {
            return Kind.ACCEPT;
        }
    }

    /** It did not, for a reason. */
    public record Dispute(DisputeReason reason) implements Content {
        @Override
        public Kind kind() {
            return Kind.DISPUTE;
        }
    }

    /** It was allowed in spite of a block. */
    public record Exempt(Exemption exemption) implements Content {
        @Override
        public Kind kind() {
            return Kind.EXEMPTION;
        }
    }

    /** The decision is not accepted; the words say why. */
    public record Appeal() implements Content {
        @Override
        public Kind kind() {
            return Kind.APPEAL;
        }
    }

    public Optional<Exemption> exemption() {
        return content instanceof Exempt claim ? Optional.of(claim.exemption()) : Optional.empty();
    }

    public Optional<DisputeReason> dispute() {
        return content instanceof Dispute dispute ? Optional.of(dispute.reason()) : Optional.empty();
    }

    public enum Kind {
        ACCEPT,
        DISPUTE,
        EXEMPTION,
        APPEAL
    }
}
