package jinbo.cases;

import java.time.Instant;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;

/** @param words one line of at most {@value #LONGEST} characters; {@code ***} replaces possible phone numbers */
public record CaseAnswer(InsurerCode insurer, Instant receivedAt, Content content, String words) {

    /** The limit of the words in code points. */
    public static final int LONGEST = 200;

    public sealed interface Content {

        Kind kind();
    }

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

    public record Exempt(Exemption exemption) implements Content {
        @Override
        public Kind kind() {
            return Kind.EXEMPTION;
        }
    }

    /** The words give the reason. */
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
