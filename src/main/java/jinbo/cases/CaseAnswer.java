package jinbo.cases;

import java.time.Instant;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;

/** An insurer's answer in a case; its words are one line, with {@code ***} in place of possible phone numbers. */
public record CaseAnswer(InsurerCode insurer, Instant receivedAt, Content content, String words) {

    /** The limit of the text in code points. */
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

    /** The insurer disputes the complaint. */
    public record Dispute(DisputeReason reason) implements Content {
        @Override
        public Kind kind() {
            return Kind.DISPUTE;
        }
    }

    /** The insurer claims that the call was allowed in spite of a block. */
    public record Exempt(Exemption exemption) implements Content {
        @Override
        public Kind kind() {
            return Kind.EXEMPTION;
        }
    }

    /** The insurer appeals against the decision; the text gives the reason. */
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
