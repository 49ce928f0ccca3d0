package jinbo.cases;

import java.time.Instant;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;

/**
 * An insurer's answer about a case ({@code exchange-formats/case-answers/v1}). The call's party is a {@link CaseParty}.
 *
 * @param words one line of at most {@value #LONGEST} characters, in which {@code ***} replaces possible phone numbers
 */
public record CaseAnswer(InsurerCode insurer, Instant receivedAt, Content content, String words) {

    /** The limit of the words in code points. */
    public static final int LONGEST = 200;

    public sealed interface Content {

        Kind kind();
    }

    /** The insurer accepts the complaint. */
    public record Accept() implements Content {
        @Override
        public Kind kind() {
            return Kind.ACCEPT;
        }
    }

    public record Dispute(DisputeReason reason) implements Content {
        @Override
        public Kind kind() {
            return Kind.DISPUTE;
        }
    }

    /** The call was allowed in spite of a block. */
    public record Exempt(Exemption exemption) implements Content {
        @Override
        public Kind kind() {
            return Kind.EXEMPTION;
        }
    }

    /** The insurer appeals against a decision; the words give the reason. */
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
